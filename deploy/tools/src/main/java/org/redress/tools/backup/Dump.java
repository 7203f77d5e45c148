package org.redress.tools.backup;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.redress.tools.UsageException;

/** Writes databases as they were at one moment, while everybody goes on writing. */
final class Dump {

    private static final int BATCH = 1_000;
    private static final int SNAPSHOT_TOO_OLD = 239;
    private static final int SNAPSHOT_UNAVAILABLE = 246;
    private static final JsonWriterSettings EXACT =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final MongoClient client;
    private final String prefix;
    private final BackupFolder folder;

    Dump(MongoClient client, String prefix, BackupFolder folder) {
        this.client = client;
        this.prefix = prefix;
        this.folder = folder;
    }

    /**
     * Writes the databases of these services.
     *
     * @throws UsageException when one of them is empty or the database does not keep the moment long enough
     */
    Manifest of(List<String> services) throws IOException {
        Map<String, List<Document>> collections = new LinkedHashMap<>();
        services.forEach(service -> collections.put(service, collections(service)));
        List<Manifest.Stored> stored = new ArrayList<>();
        Instant moment;
        try (ClientSession session = client.startSession(
                ClientSessionOptions.builder().snapshot(true).build())) {
            for (String service : services) {
                stored.add(write(service, collections.getOrDefault(service, List.of()), session));
            }
            BsonTimestamp taken = session.getSnapshotTimestamp();
            moment = taken == null ? Instant.now() : Instant.ofEpochSecond(taken.getTime());
        } catch (MongoException e) {
            throw e.getCode() == SNAPSHOT_TOO_OLD || e.getCode() == SNAPSHOT_UNAVAILABLE ? tooLong(e) : e;
        }
        services.forEach(service -> requireSame(service, collections.getOrDefault(service, List.of())));
        Manifest manifest = new Manifest(Manifest.FORMAT, moment, Instant.now(), List.copyOf(stored));
        folder.complete(manifest);
        return manifest;
    }

    private MongoDatabase database(String service) {
        return client.getDatabase(prefix + service);
    }

    private List<Document> collections(String service) {
        List<Document> found = new ArrayList<>();
        database(service)
                .listCollections()
                .filter(new Document("type", "collection"))
                .forEach(each -> {
                    if (!each.getString("name").startsWith("system.")) {
                        found.add(each);
                    }
                });
        if (found.isEmpty()) {
            throw new UsageException("The database " + prefix + service
                    + " holds nothing: is MONGODB_URI that of the installation, and REDRESS_DATABASE_PREFIX?");
        }
        return found;
    }

    /** A collection that was dropped or made anew while it was read cannot be told from one that was empty. */
    private void requireSame(String service, List<Document> before) {
        List<Object> now = collections(service).stream().map(Dump::uuid).toList();
        for (Document each : before) {
            if (!now.contains(uuid(each))) {
                throw new UsageException(
                        "The collection " + each.getString("name") + " of " + service
                                + " was dropped while it was copied, as at the end of a rebuild. Delete the folder and begin anew.");
            }
        }
    }

    private static Object uuid(Document collection) {
        return Objects.requireNonNull(collection.get("info", Document.class).get("uuid"));
    }

    private Manifest.Stored write(String service, List<Document> collections, ClientSession session)
            throws IOException {
        MongoDatabase from = database(service);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Document collection : collections) {
            String name = collection.getString("name");
            List<Document> indexes = from.getCollection(name).listIndexes().into(new ArrayList<>());
            Document making = new Document("options", collection.get("options", Document.class))
                    .append("indexes", indexes)
                    .append("collectionName", name)
                    .append("type", "collection");
            folder.add(
                    BackupFolder.making(service, name),
                    out -> zipped(out, zip -> zip.write(making.toJson(EXACT).getBytes(StandardCharsets.UTF_8))));
            long[] count = new long[1];
            folder.add(
                    BackupFolder.documents(service, name),
                    out -> zipped(
                            out,
                            zip -> count[0] = copy(from.getCollection(name, RawBsonDocument.class), session, zip)));
            counts.put(name, count[0]);
        }
        return new Manifest.Stored(service, prefix + service, folder.bytes(service), counts);
    }

    private static long copy(MongoCollection<RawBsonDocument> from, ClientSession session, OutputStream out)
            throws IOException {
        WritableByteChannel channel = Channels.newChannel(out);
        long count = 0;
        try (var documents = from.find(session).batchSize(BATCH).iterator()) {
            while (documents.hasNext()) {
                ByteBuffer bytes = documents.next().getByteBuffer().asNIO();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                count++;
            }
        }
        return count;
    }

    private static void zipped(OutputStream out, BackupFolder.Content content) throws IOException {
        GZIPOutputStream zip = new Zip(out);
        content.writeTo(zip);
        zip.finish();
    }

    private static UsageException tooLong(MongoException e) {
        return new UsageException("The database did not keep the moment until everything was read ("
                + e.getMessage()
                + "). It keeps one for 300 s unless minSnapshotHistoryWindowInSeconds says more: set it to"
                + " twice what a backup takes, or copy the volumes. Delete the folder and begin anew.");
    }

    /** The quickest compression: the database keeps the moment for minutes only. */
    private static final class Zip extends GZIPOutputStream {

        Zip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
