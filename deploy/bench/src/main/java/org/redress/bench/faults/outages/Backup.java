package org.redress.bench.faults.outages;

import com.mongodb.ClientSessionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** One database as it was at one moment, in files, taken while everybody goes on writing. */
final class Backup implements AutoCloseable {

    private static final int BATCH = 500;

    private final MongoClient client;
    private final String database;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private Backup(MongoClient client, String database) {
        this.client = client;
        this.database = database;
    }

    static Backup take(String uri, String database) throws IOException {
        Backup backup = new Backup(MongoClients.create(uri), database);
        MongoDatabase from = backup.client.getDatabase(database);
        List<String> names = from.listCollectionNames().into(new ArrayList<>());
        try (ClientSession moment = backup.client.startSession(
                ClientSessionOptions.builder().snapshot(true).build())) {
            for (String name : names) {
                Path file = Files.createTempFile("redress-backup-", ".bson");
                backup.files.put(name, file);
                write(from.getCollection(name, RawBsonDocument.class), moment, file);
            }
        }
        return backup;
    }

    private static void write(MongoCollection<RawBsonDocument> from, ClientSession moment, Path file)
            throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (RawBsonDocument document : from.find(moment)) {
                ByteBuffer bytes = document.getByteBuffer().asNIO();
                byte[] copy = new byte[bytes.remaining()];
                bytes.get(copy);
                out.writeInt(copy.length);
                out.write(copy);
            }
        }
    }

    /** Puts the database back to that moment; its indexes stay. */
    void restore() throws IOException {
        MongoDatabase to = client.getDatabase(database);
        for (String name : to.listCollectionNames().into(new ArrayList<>())) {
            to.getCollection(name).deleteMany(new Document());
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            read(to.getCollection(file.getKey(), RawBsonDocument.class), file.getValue());
        }
    }

    private static void read(MongoCollection<RawBsonDocument> to, Path file) throws IOException {
        List<RawBsonDocument> batch = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                batch.add(new RawBsonDocument(in.readNBytes(in.readInt())));
                if (batch.size() == BATCH) {
                    to.insertMany(batch);
                    batch.clear();
                }
            }
        } catch (EOFException e) {
            if (!batch.isEmpty()) {
                to.insertMany(batch);
            }
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        for (Path file : files.values()) {
            Files.deleteIfExists(file);
        }
    }
}
