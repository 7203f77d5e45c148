package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.redress.journey.stack.RunningStack.Answer;
import org.redress.journey.stack.RunningStack.Output;
import tools.jackson.databind.JsonNode;

/** What petitioners entrust to the platform stands nowhere in the clear, after a full life. */
@Order(1)
class CanaryTest extends Journey {

    private static final int PETITIONS = 200;
    private static final List<String> PURPOSES = List.of("appeal", "appeal", "suggestion", "appeal", "report");

    // What each petitioner is called, says, is reached at; a number follows.
    private final String name = "黄雀" + UUID.randomUUID().toString().substring(0, 8);
    private final String canary = "金丝雀" + UUID.randomUUID().toString().substring(0, 8);
    private final String phones = "13877%03d".formatted(Math.floorMod(canary.hashCode(), 1_000));
    private final String papers = "45010019%07d".formatted(Math.floorMod(canary.hashCode(), 10_000_000));
    private final String mailbox = "canary" + UUID.randomUUID();

    @Test
    void leavesNamesPhonesAndWordsNowhereInTheClear() throws Exception {
        List<JsonNode> receipts =
                IntStream.range(0, PETITIONS).parallel().mapToObj(this::submit).toList();
        JsonNode parked = receipts.getFirst();
        poison(parked);
        // The real event in its place would put it right while it is only doubted.
        eventually().until(() -> stack.command("deploy/redress", "parked").exit() == 1);
        supplement(parked, 0);
        IntStream.range(1, PETITIONS).parallel().forEach(number -> live(receipts.get(number), number));
        Output redriven = stack.command("deploy/redress", "redrive", "--all");
        assertThat(redriven.exit()).as(redriven.out()).isZero();
        String first = receipts.getFirst().path("petitionId").asString();
        assertThat(caseOf(first).path("content").path("text").asString())
                .as("it can be read")
                .contains(word(0));
        assertThat(stack.command("deploy/local/clock", "advance", "30d", "--wait")
                        .exit())
                .isZero();
        eventually().untilAsserted(() -> {
            Output verified = stack.command("deploy/redress", "verify");
            assertThat(verified.exit()).as(verified.out()).isZero();
        });

        assertThat(Traces.of(stack, name, canary, phones, papers, mailbox))
                .as("name and address of who is written to stand in the mails, and nothing else anywhere")
                .containsExactlyInAnyOrder("file in mail: " + name, "file in mail: " + mailbox);
        assertThat(Traces.of(stack, first, "\"headCount\""))
                .as("whatever stands there would be found")
                .contains(
                        "database redress_intake.petitions: " + first,
                        "database redress_intake.petitions_events: \"headCount\"",
                        "database redress_routing.cases: " + first,
                        "database local.oplog.rs: " + first,
                        "topic petition.submissions: " + first,
                        "topic petition.submissions.dead-letters: " + first,
                        "topic petition.cases: " + first,
                        "file in broker: " + first,
                        "file in mail: " + first);
    }

    private String word(int number) {
        return canary + "-" + number;
    }

    private JsonNode submit(int number) {
        String word = word(number);
        String purpose = PURPOSES.get(number % PURPOSES.size());
        Answer taken = stack.post("intake", "/api/petitions", "", """
                {"channel":"web","unit":"plant-1","purpose":"%s","subject":"%s 的奖金","text":"%s 说的话","place":"%s 门","about":[%s],
                 "petitioner":{"name":"%s","phone":"%s%03d","idNumber":"%s%03d","email":"%s-%d@example.org","representatives":["%s"]}}""".formatted(
                        purpose,
                        word,
                        word,
                        word,
                        number % 10 == 5 ? "{\"text\":\"" + word + " 的班长\"}" : "",
                        name + number,
                        phones,
                        number,
                        papers,
                        number,
                        mailbox,
                        number,
                        name + "甲" + number));
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        return taken.json();
    }

    /** A record that no consumer can read, in the place of the petition's next event: what comes after it is set aside. */
    private static void poison(JsonNode receipt) throws IOException, ExecutionException, InterruptedException {
        String id = receipt.path("petitionId").asString();
        eventually().untilAsserted(() -> assertThat(stages(receipt)).contains("registered"));
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.state().variable("KAFKA_BOOTSTRAP_SERVERS"));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> broken =
                    new ProducerRecord<>("petition.submissions", id, "{".getBytes(StandardCharsets.UTF_8));
            Map.of(
                            "eventId",
                            UUID.randomUUID().toString(),
                            "aggregateId",
                            id,
                            "type",
                            "petition.supplemented.v1",
                            "sequence",
                            "2",
                            "epoch",
                            "1")
                    .forEach((name, value) -> broken.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(broken).get();
        }
    }

    private void supplement(JsonNode receipt, int number) {
        ask(
                receipt,
                "supplement",
                "\"text\":\"" + word(number) + " 补充\"",
                UUID.randomUUID().toString());
    }

    /** A petition's way to one end or another, with words at each step; of a report only what its petitioner does. */
    private void live(JsonNode receipt, int number) {
        String id = receipt.path("petitionId").asString();
        String word = word(number);
        if (number % 10 == 0) {
            supplement(receipt, number);
        }
        if (number % 10 == 3) {
            ask(
                    receipt,
                    "withdraw",
                    "\"reason\":\"" + word + " 撤回\"",
                    UUID.randomUUID().toString());
        } else if (number % 15 == 1) {
            take(id, "accept", "{\"way\":\"simplified\"}");
            take(id, "comment", "{\"text\":\"" + word + " 已联系\"}");
            take(id, "answer", "{\"text\":\"" + word + " 的答复\"}");
        } else if (number % 15 == 2) {
            take(id, "decline", "{\"reason\":\"" + word + " 不予受理\"}");
        }
    }
}
