package org.redress.tools.backup;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.redress.tools.UsageException;

/** Fills empty databases from a backup. */
final class Load {

    /** A database that holds this collection, or another of the same restore, was not filled to its end. */
    static final String UNFINISHED = "restore_unfinished";

    private static final int BATCH_DOCUMENTS = 1_000;
    private static final int BATCH_BYTES = 8 << 20;
    private static final int LENGTH = 4;
    // The largest document a database takes, and what it adds for itself.
    private static final int LARGEST = (16 << 20) + (16 << 10);

    private final MongoClient client;
    private final String prefix;
    private final BackupFolder folder;

    Load(MongoClient client, String prefix, BackupFolder folder) {
        this.client = client;
        this.prefix = prefix;
        this.folder = folder;
    }

    /**
     * Stops before anything is written where a database holds something. What an earlier restore left unfinished is
     * dropped.
     *
     * @throws UsageException naming the database
     */
    void requireEmpty(List<Manifest.Stored> wanted) {
        List<MongoDatabase> unfinished = new ArrayList<>();
        for (Manifest.Stored each : wanted) {
            MongoDatabase to = database(each.service());
            List<String> names = to.listCollectionNames().into(new ArrayList<>());
            if (names.contains(UNFINISHED)) {
                unfinished.add(to);
            } else if (!names.isEmpty()) {
                throw new UsageException("The database " + to.getName()
                        + " is not empty, and nothing was restored. Stop all instances of " + each.service()
                        + " and drop the database first, if what it holds is lost anyway.");
            }
        }
        unfinished.forEach(MongoDatabase::drop);
    }

    /** Marks all of them, before the first is filled. */
    void mark(List<Manifest.Stored> wanted) {
        wanted.forEach(each -> database(each.service()).createCollection(UNFINISHED));
    }

    /** Takes the marks away, after the last was filled. */
    void unmark(List<Manifest.Stored> wanted) {
        wanted.forEach(
                each -> database(each.service()).getCollection(UNFINISHED).drop());
    }

    /**
     * Fills one.
     *
     * @return documents that were put in
     */
    long fill(Manifest.Stored stored) throws IOException {
        MongoDatabase to = database(stored.service());
        long documents = 0;
        for (Map.Entry<String, Long> each : stored.collections().entrySet()) {
            long count = fill(to, stored.service(), each.getKey());
            if (count != each.getValue()) {
                throw new UsageException("%s of %s has %d documents in the backup and %d by its manifest."
                        .formatted(each.getKey(), stored.service(), count, each.getValue()));
            }
            documents += count;
        }
        return documents;
    }

    private MongoDatabase database(String service) {
        return client.getDatabase(prefix + service).withWriteConcern(WriteConcern.MAJORITY);
    }

    private long fill(MongoDatabase to, String service, String name) throws IOException {
        Document making;
        try (GZIPInputStream in = new GZIPInputStream(folder.read(BackupFolder.making(service, name)))) {
            making = Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Document create = new Document("create", name);
        create.putAll(making.get("options", Document.class));
        to.runCommand(create);
        long count;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(folder.read(BackupFolder.documents(service, name)), 1 << 16), 1 << 16))) {
            count = insert(to.getCollection(name, RawBsonDocument.class), in);
        }
        List<Document> indexes = making.getList("indexes", Document.class).stream()
                .filter(index -> !index.getString("name").equals("_id_"))
                .toList();
        if (!indexes.isEmpty()) {
            to.runCommand(new Document("createIndexes", name).append("indexes", indexes));
        }
        return count;
    }

    private static long insert(MongoCollection<RawBsonDocument> to, DataInputStream in) throws IOException {
        InsertManyOptions unordered = new InsertManyOptions().ordered(false);
        List<RawBsonDocument> batch = new ArrayList<>();
        long bytes = 0;
        long count = 0;
        for (byte[] head = in.readNBytes(LENGTH); head.length > 0; head = in.readNBytes(LENGTH)) {
            byte[] document = document(head, in);
            batch.add(new RawBsonDocument(document));
            bytes += document.length;
            count++;
            if (batch.size() == BATCH_DOCUMENTS || bytes >= BATCH_BYTES) {
                to.insertMany(batch, unordered);
                batch.clear();
                bytes = 0;
            }
        }
        if (!batch.isEmpty()) {
            to.insertMany(batch, unordered);
        }
        return count;
    }

    private static byte[] document(byte[] head, DataInputStream in) throws IOException {
        int length = head.length < LENGTH
                ? 0
                : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length <= LENGTH || length > LARGEST) {
            throw new IOException("a document of " + length + " bytes");
        }
        byte[] document = new byte[length];
        System.arraycopy(head, 0, document, 0, LENGTH);
        in.readFully(document, LENGTH, length - LENGTH);
        return document;
    }
}
