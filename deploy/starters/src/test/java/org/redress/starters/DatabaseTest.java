package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keepsItsDataOnAnotherPort() {
        try (Database database = Database.start(folder);
                MongoClient client = MongoClients.create(database.uri())) {
            client.getDatabase("kept").getCollection("letters").insertOne(new Document("_id", 1));
        }
        try (Database database = Database.start(folder);
                MongoClient client = MongoClients.create(database.uri())) {
            assertThat(client.getDatabase("kept").getCollection("letters").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (Database database = Database.start(folder);
                MongoClient stranger = MongoClients.create(
                        database.uri().replaceFirst("//[^@]*@", "//").replaceFirst("&authSource=admin", ""))) {
            assertThatThrownBy(() ->
                            stranger.getDatabase("any").getCollection("any").countDocuments())
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("requires authentication");
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
