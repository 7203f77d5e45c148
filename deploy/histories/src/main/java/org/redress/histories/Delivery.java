package org.redress.histories;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Records of one topic that a consumer is given at once.
 *
 * @param topic the topic
 * @param records the records, in the broker's order
 */
public record Delivery(Topic topic, List<Sent> records) {

    /** The batch as the binder hands it to a consumer. */
    public Message<List<byte[]>> message() {
        List<Object> keys = new ArrayList<>();
        List<Object> partitions = new ArrayList<>();
        List<Object> offsets = new ArrayList<>();
        List<Object> headers = new ArrayList<>();
        for (Sent record : records) {
            keys.add(record.event().head().key().getBytes(StandardCharsets.UTF_8));
            partitions.add(record.partition());
            offsets.add(0L);
            headers.add(record.headers());
        }
        return MessageBuilder.withPayload(records.stream()
                        .map(record -> EventCodec.encode(record.event()))
                        .toList())
                .setHeader(KafkaHeaders.RECEIVED_KEY, keys)
                .setHeader(KafkaHeaders.RECEIVED_PARTITION, partitions)
                .setHeader(KafkaHeaders.OFFSET, offsets)
                .setHeader(KafkaHeaders.BATCH_CONVERTED_HEADERS, headers)
                .build();
    }

    /** Topic and records, such as {@code CASES[p0:1.1, p1:1.1]}. */
    @Override
    public String toString() {
        return topic + records.toString();
    }
}
