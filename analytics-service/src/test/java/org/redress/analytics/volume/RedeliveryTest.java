package org.redress.analytics.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.analytics.AnalyticsStack;
import org.redress.analytics.volume.Histories.History;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** What the broker may do to a stream: cut it anywhere, deliver again from anywhere earlier, and two at once. */
class RedeliveryTest extends AnalyticsStack {

    @Autowired
    @Qualifier("cases")
    private Consumer<Message<List<byte[]>>> consumer;

    /** An event as a record of a partition. */
    private record Sent(CaseEvent event, int partition) {}

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void comesToTheSameUnderAnyRedelivery(long seed) throws Exception {
        List<History> histories = new Histories(new Random(seed)).of(120);
        List<List<Sent>> deliveries = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int own = half;
            deliveries.add(stream(histories.stream()
                    .filter(history -> history.lane() % 2 == own)
                    .toList()));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            // The third delivers what the first delivers, at the same time: a rebalance that two members both outlive.
            for (List<Sent> stream : List.of(deliveries.get(0), deliveries.get(1), deliveries.get(0))) {
                Random random = new Random(seed + running.size());
                running.add(threads.submit(() -> deliver(stream, random)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(counts()).isEqualTo(Histories.expected(histories));
        assertThat(mongo.getCollection("facts").countDocuments(new Document("inbox.CASES.parked", true)))
                .isZero();
    }

    private static List<Sent> stream(List<History> histories) {
        List<Sent> stream = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            for (History history : histories) {
                if (round < history.events().size()) {
                    stream.add(new Sent(history.events().get(round), history.lane()));
                }
            }
        }
        return stream;
    }

    private void deliver(List<Sent> stream, Random random) {
        int at = 0;
        while (at < stream.size()) {
            int to = Math.min(stream.size(), at + 1 + random.nextInt(60));
            consumer.accept(message(stream.subList(at, to)));
            at = random.nextInt(3) == 0 ? Math.max(0, at - random.nextInt(50)) : to;
        }
    }

    private static Message<List<byte[]>> message(List<Sent> records) {
        List<byte[]> payload = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        List<Object> partitions = new ArrayList<>();
        List<Object> offsets = new ArrayList<>();
        List<Object> headers = new ArrayList<>();
        for (Sent sent : records) {
            payload.add(EventCodec.encode(sent.event()));
            keys.add(bytes(sent.event().head().key()));
            partitions.add(sent.partition());
            offsets.add(0L);
            headers.add(headers(sent.event()));
        }
        return MessageBuilder.withPayload(payload)
                .setHeader(KafkaHeaders.RECEIVED_KEY, keys)
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, partitions)
                .setHeader(KafkaHeaders.OFFSET, offsets)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }

    private static Map<String, Object> headers(CaseEvent event) {
        Head head = event.head();
        return Map.of(
                "eventId", bytes(head.eventId()),
                "aggregateId", bytes(head.aggregateId()),
                "type", bytes(EventCodec.typeOf(event.getClass())),
                "sequence", bytes(Long.toString(head.sequence())),
                "epoch", bytes(Integer.toString(head.epoch())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        mongo.getCollection("volumes").find().forEach(bucket -> {
            if (bucket.getLong("count") != 0) {
                counts.put(bucket.getString("_id"), bucket.getLong("count"));
            }
        });
        return counts;
    }
}
