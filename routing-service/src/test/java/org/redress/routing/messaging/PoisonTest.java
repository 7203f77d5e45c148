package org.redress.routing.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Topic;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.platform.consuming.EventConsumers;
import org.redress.platform.consuming.Source;
import org.redress.platform.messaging.TopicNames;
import org.redress.routing.Intake;
import org.redress.routing.RoutingApplication;
import org.redress.routing.RoutingStack;
import org.redress.routing.cases.PetitionCase;
import org.redress.starters.Infrastructure;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Five hundred petitions, of which one cannot be read and one cannot be opened until a key is added. */
class PoisonTest {

    private static final int PETITIONS = 500;

    private final RoutingStack stack = new RoutingStack();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void setsTwoOfFiveHundredAsideAndBringsEachInByOneResend() {
        try (Archive archive = new Archive()) {
            PetitionSubmitted unreadable;
            PetitionSubmitted unopenable;
            try (ConfigurableApplicationContext routing = start(archive)) {
                Intake intake = new Intake(producer(routing), topics(routing), stack);
                Intake stranger =
                        new Intake(producer(routing), topics(routing), stack.strangersSealer(), stack.contactSealer());
                unreadable = intake.appeal("plant-1", "拖欠工资", "三个月没发工资了", now);
                unopenable = stranger.appeal("plant-1", "拖欠工资", "两个月没发工资了", now);
                handIn(intake, stranger, archive, unreadable, unopenable);

                await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    assertThat(registered(routing)).isEqualTo(PETITIONS - 2);
                    assertThat(letters(routing)).hasSize(6);
                });
                assertThat(letters(routing, unreadable)).containsExactly(1L, 2L, 3L);
                assertThat(letters(routing, unopenable)).containsExactly(1L, 2L, 3L);
                assertThat(causes(routing))
                        .hasSize(2)
                        .hasEntrySatisfying(
                                unreadable.head().aggregateId(),
                                cause -> assertThat(cause).contains("UndecodableEventException"))
                        .hasEntrySatisfying(
                                unopenable.head().aggregateId(),
                                cause -> assertThat(cause).contains("UnknownKeyException"));

                archive.sendBy(intake);
                assertThat(redrive(routing, unreadable)).contains(3);
                await().untilAsserted(() -> assertThat(history(routing, unreadable))
                        .containsExactly("REGISTERED", "SUPPLEMENTED", "SUPPLEMENTED"));
                await().untilAsserted(() -> assertThat(causes(routing))
                        .containsOnlyKeys(unopenable.head().aggregateId()));
            }

            stack.addStrangersKey();
            try (ConfigurableApplicationContext routing = start(archive)) {
                archive.sendBy(new Intake(producer(routing), topics(routing), stack));
                assertThat(registered(routing)).isEqualTo(PETITIONS - 1);
                assertThat(redrive(routing, unopenable)).contains(3);

                await().untilAsserted(() -> assertThat(history(routing, unopenable))
                        .containsExactly("REGISTERED", "SUPPLEMENTED", "SUPPLEMENTED"));
                await().untilAsserted(() -> assertThat(causes(routing)).isEmpty());
                assertThat(registered(routing)).isEqualTo(PETITIONS);
                assertThat(letters(routing)).hasSize(6);
            }
        }
    }

    private void handIn(
            Intake intake,
            Intake stranger,
            Archive archive,
            PetitionSubmitted unreadable,
            PetitionSubmitted unopenable) {
        for (int i = 0; i < PETITIONS; i++) {
            PetitionSubmitted petition = switch (i) {
                case 100 -> unreadable;
                case 300 -> unopenable;
                default -> intake.appeal("plant-1", "食堂卫生", "第" + i + "份饭菜不卫生", now);
            };
            archive.keep(petition);
            if (i == 100) {
                intake.send(petition, new byte[] {'{'});
            } else {
                intake.send(petition);
            }
        }
        for (long sequence = 2; sequence <= 3; sequence++) {
            for (PetitionSubmitted petition : List.of(unreadable, unopenable)) {
                Intake writer = petition.equals(unopenable) ? stranger : intake;
                PetitionSupplemented more = writer.supplement(petition, sequence, "补充材料" + sequence);
                archive.keep(more);
                intake.send(more);
            }
        }
    }

    private ConfigurableApplicationContext start(Archive archive) {
        Map<String, Object> properties = new HashMap<>();
        stack.register((name, value) -> properties.put(name, value.get()));
        properties.put("SERVER_PORT", "0");
        properties.put("redress.issuer", archive.address());
        properties.put("REDRESS_CLIENT_SECRET", "secret");
        properties.put("REDRESS_INTAKE_URL", archive.address());
        properties.put("redress.parked.look-every", "200ms");
        properties.put("redress.consuming.patience", "0s");
        properties.put("redress.consuming.key-patience", "0s");
        return new SpringApplicationBuilder(RoutingApplication.class)
                .run(properties.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
    }

    private static Optional<Integer> redrive(ConfigurableApplicationContext routing, PetitionSubmitted petition) {
        String id = petition.head().aggregateId();
        return routing.getBean(EventConsumers.class).redrive(Topic.SUBMISSIONS, new Source(id, id));
    }

    private static long registered(ConfigurableApplicationContext routing) {
        MongoTemplate mongo = routing.getBean(MongoTemplate.class);
        return mongo.getCollection(mongo.getCollectionName(PetitionCase.class))
                .countDocuments(new Document("registration", new Document("$exists", true)));
    }

    private static List<String> history(ConfigurableApplicationContext routing, PetitionSubmitted petition) {
        PetitionCase petitionCase =
                routing.getBean(MongoTemplate.class).findById(petition.head().aggregateId(), PetitionCase.class);
        return petitionCase == null
                ? List.of()
                : petitionCase.history().stream()
                        .map(entry -> entry.what().name())
                        .toList();
    }

    private static Map<String, String> causes(ConfigurableApplicationContext routing) {
        Map<String, String> causes = new HashMap<>();
        routing.getBean(MongoTemplate.class)
                .getCollection("parked")
                .find()
                .forEach(note -> causes.put(note.getString("aggregateId"), note.getString("cause")));
        return causes;
    }

    private static List<Long> letters(ConfigurableApplicationContext routing, PetitionSubmitted petition) {
        return letters(routing).stream()
                .filter(letter -> petition.head().aggregateId().equals(letter.key()))
                .map(letter -> Long.parseLong(
                        new String(letter.headers().lastHeader("sequence").value(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> letters(ConfigurableApplicationContext routing) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Infrastructure.kafka());
        List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    reader.partitionsFor(topics(routing).deadLetters(Topic.SUBMISSIONS)).stream()
                            .map(part -> new TopicPartition(part.topic(), part.partition()))
                            .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(part -> reader.position(part) < ends.getOrDefault(part, 0L))) {
                reader.poll(Duration.ofMillis(200)).forEach(letters::add);
            }
        }
        return letters;
    }

    private static Producer<String, byte[]> producer(ConfigurableApplicationContext routing) {
        @SuppressWarnings("unchecked")
        Producer<String, byte[]> producer = (Producer<String, byte[]>)
                routing.getBeanProvider(ResolvableType.forClassWithGenerics(Producer.class, String.class, byte[].class))
                        .getObject();
        return producer;
    }

    private static TopicNames topics(ConfigurableApplicationContext routing) {
        return routing.getBean(TopicNames.class);
    }
}
