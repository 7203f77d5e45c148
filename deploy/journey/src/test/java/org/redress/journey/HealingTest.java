package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.journey.stack.RunningStack.Output;
import tools.jackson.databind.JsonNode;

/** What consumers lost, whichever way, is found and comes again from the producers' archives. */
class HealingTest extends Journey {

    private static final String SUBMISSIONS = "petition.submissions";
    private static final String CASES = "petition.cases";
    private static final int PARTITIONS = 12;
    // Petitions are young here: what changed longer ago than this is no longer on its way.
    private static final String[] SETTLED = {"--in-flight", "5"};

    private static Admin broker;
    private static MongoClient databases;

    /** A petition, and what its petitioner needs to be recognised by. */
    private record Handed(String id, String email) {

        int partition() {
            return BuiltInPartitioner.partitionForKey(id.getBytes(StandardCharsets.UTF_8), PARTITIONS);
        }
    }

    @BeforeAll
    static void connect() throws IOException {
        broker = Admin.create(Map.of("bootstrap.servers", stack.state().variable("KAFKA_BOOTSTRAP_SERVERS")));
        databases = MongoClients.create(stack.state().variable("MONGODB_URI"));
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
            databases.close();
        }
    }

    @Test
    void findsAndMendsEveryLostTail() throws Exception {
        List<Handed> known = handIn(10);
        eventually().until(() -> settled().exit() == 0);
        Handed even = known.stream()
                .filter(one -> one.partition() % 2 == 0)
                .findFirst()
                .orElseThrow();
        Handed odd = known.stream()
                .filter(one -> one.partition() % 2 == 1)
                .findFirst()
                .orElseThrow();

        command("deploy/local/stop", "analytics");
        command("deploy/local/stop", "notification");
        known.forEach(petition -> take(petition.id(), "accept", "{}"));
        List<Handed> skipped = handIn(2);
        eventually().until(() -> intakeFollowed(known, 2) && intakeFollowed(skipped, 1));
        truncate(CASES, partition -> partition % 2 == 0);
        move("analytics", CASES, partition -> partition % 2 == 1, OffsetSpec.earliest());
        move("notification", SUBMISSIONS, partition -> true, OffsetSpec.latest());
        command("deploy/local/start", "analytics");
        command("deploy/local/start", "notification");
        eventually().until(() -> stack.mailsWith(odd.email()).size() == 2);
        deleteProjectionsOf(odd);

        Output found = settled();

        assertThat(found.exit()).as(found.out()).isEqualTo(1);
        assertThat(about(found, "differences", even.id()))
                .containsExactlyInAnyOrder("notification: is at 1 of 2 on CASES", "analytics: is at 1 of 2 on CASES");
        assertThat(about(found, "differences", skipped.getFirst().id()))
                .contains("notification: is at 0 of 1 on SUBMISSIONS");

        Output healed = stack.command("deploy/redress", "verify", "--heal", SETTLED[0], SETTLED[1]);

        assertThat(healed.exit()).as(healed.out()).isZero();
        // What one consumer of a topic had sent again, the other may have taken before its own turn came.
        assertThat(about(healed, "healed", even.id())).anyMatch(line -> line.endsWith("1 event of CASES sent again"));
        assertThat(about(healed, "healed", odd.id()))
                .contains("notification: had 1 event of SUBMISSIONS sent again")
                .anyMatch(line -> line.endsWith("2 events of CASES sent again"));
        assertThat(healed.json().path("healed").toString())
                .contains("of DELIVERIES sent again", "of ORGANISATION sent again", "counted again and set ");
        assertThat(settled().exit()).isZero();
        // Everyone was told of the submission and of the acceptance, and nobody twice.
        eventually().untilAsserted(() -> {
            for (Handed one : known) {
                assertThat(stack.mailsWith(one.email())).hasSize(2);
            }
            for (Handed one : skipped) {
                assertThat(stack.mailsWith(one.email())).hasSize(1);
            }
        });
    }

    private static void deleteProjectionsOf(Handed petition) {
        eventually()
                .until(() ->
                        collection("routing", "tellings").countDocuments(Filters.eq("petitionId", petition.id())) > 0);
        assertThat(collection("notification", "petitions")
                        .deleteOne(Filters.eq("_id", petition.id()))
                        .getDeletedCount())
                .isOne();
        assertThat(collection("analytics", "facts")
                        .deleteOne(Filters.eq("_id", petition.id()))
                        .getDeletedCount())
                .isOne();
        assertThat(collection("routing", "tellings")
                        .deleteMany(Filters.eq("petitionId", petition.id()))
                        .getDeletedCount())
                .isPositive();
        for (String service : List.of("intake", "notification", "analytics")) {
            assertThat(collection(service, "directory")
                            .deleteMany(new Document())
                            .getDeletedCount())
                    .isPositive();
        }
    }

    private static MongoCollection<Document> collection(String service, String name) {
        return databases.getDatabase("redress_" + service).getCollection(name);
    }

    private static boolean intakeFollowed(List<Handed> petitions, long last) {
        return collection("intake", "petitions")
                        .countDocuments(Filters.and(
                                Filters.in(
                                        "_id",
                                        petitions.stream().map(Handed::id).toList()),
                                Filters.eq("inbox.CASES.last", last)))
                == petitions.size();
    }

    private static void truncate(String topic, IntPredicate partitions) throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        offsets(topic, partitions, OffsetSpec.latest())
                .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        broker.deleteRecords(all).all().get();
    }

    private static void move(String group, String topic, IntPredicate partitions, OffsetSpec to) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        offsets(topic, partitions, to).forEach((partition, at) -> offsets.put(partition, new OffsetAndMetadata(at)));
        // Until the broker has seen that the group's members left.
        eventually().until(() -> {
            broker.alterConsumerGroupOffsets(group, offsets).all().get();
            return true;
        });
    }

    private static Map<TopicPartition, Long> offsets(String topic, IntPredicate partitions, OffsetSpec spec)
            throws Exception {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (partitions.test(partition)) {
                asked.put(new TopicPartition(topic, partition), spec);
            }
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        broker.listOffsets(asked).all().get().forEach((partition, at) -> offsets.put(partition, at.offset()));
        return offsets;
    }

    /** Petitions in even and in odd partitions, so many at least. */
    private static List<Handed> handIn(int atLeast) {
        List<Handed> petitions = new ArrayList<>();
        while (petitions.size() < atLeast
                || petitions.stream().map(one -> one.partition() % 2).distinct().count() < 2) {
            String email = UUID.randomUUID() + "@example.org";
            JsonNode receipt = submit(email, "appeal", "加班工资未发");
            petitions.add(new Handed(receipt.path("petitionId").asString(), email));
        }
        return petitions;
    }

    /** What verify says once nothing is on its way any more. */
    private static Output settled() {
        return await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> stack.command("deploy/redress", "verify", SETTLED[0], SETTLED[1]),
                        verified -> verified.json().path("inFlight").asInt() == 0);
    }

    private static void command(String script, String argument) throws IOException {
        Output output = stack.command(script, argument);
        assertThat(output.exit()).as(output.toString()).isZero();
    }

    private static List<String> about(Output output, String list, String id) {
        return output.json()
                .path(list)
                .valueStream()
                .filter(each -> each.path("petitionId")
                        .asString(each.path("id").asString(""))
                        .equals(id))
                .map(HealingTest::line)
                .toList();
    }

    private static String line(JsonNode each) {
        return each.path("service").asString() + ": "
                + each.path("detail").asString(each.path("did").asString(""));
    }
}
