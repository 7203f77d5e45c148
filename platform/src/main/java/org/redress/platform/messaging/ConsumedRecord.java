package org.redress.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A record as it came from the broker.
 *
 * @param key the record's key; absent on a foreign record
 * @param value the bytes
 * @param headers the record's own headers
 * @param partition partition it was read from
 * @param offset its offset there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ConsumedRecord(@Nullable String key, byte[] value, Map<String, ?> headers, int partition, long offset) {

    /** A record as a client of the broker gives it. */
    public static ConsumedRecord of(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return new ConsumedRecord(record.key(), bytes(record.value()), headers, record.partition(), record.offset());
    }

    /** The records of one batch, in the order of the broker. */
    public static List<ConsumedRecord> of(Message<List<byte[]>> message) {
        List<?> keys = list(message, KafkaHeaders.RECEIVED_KEY);
        List<?> partitions = list(message, KafkaHeaders.RECEIVED_PARTITION);
        List<?> offsets = list(message, KafkaHeaders.OFFSET);
        List<?> headers = list(message, KafkaHeaders.BATCH_CONVERTED_HEADERS);
        List<ConsumedRecord> records = new ArrayList<>();
        for (int i = 0; i < message.getPayload().size(); i++) {
            records.add(new ConsumedRecord(
                    text(keys.get(i)),
                    bytes(message.getPayload().get(i)),
                    own(headers.get(i)),
                    ((Number) partitions.get(i)).intValue(),
                    ((Number) offsets.get(i)).longValue()));
        }
        return records;
    }

    private static List<?> list(Message<?> message, String header) {
        Object value = message.getHeaders().get(header);
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalStateException("not a batch: no header " + header);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> own(@Nullable Object headers) {
        return headers == null ? Map.of() : (Map<String, ?>) headers;
    }

    /** A tombstone is an empty value, which no event is. */
    private static byte[] bytes(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes : new byte[0];
    }

    private static @Nullable String text(@Nullable Object key) {
        return switch (key) {
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            case String text -> text;
            case null, default -> null;
        };
    }
}
