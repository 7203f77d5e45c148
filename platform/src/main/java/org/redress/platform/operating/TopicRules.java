package org.redress.platform.operating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;

/**
 * What a topic must be set to so that it keeps events for as long as it promises.
 *
 * @param retentionMillis how long, -1 for ever
 * @param largestBytes largest event it has to take
 * @param singleBroker whether copies of its records are asked for
 */
record TopicRules(long retentionMillis, int largestBytes, boolean singleBroker) {

    private static final String MILLIS = TopicConfig.RETENTION_MS_CONFIG;
    private static final String IN_SYNC = TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
    private static final String LARGEST = TopicConfig.MAX_MESSAGE_BYTES_CONFIG;

    /** What brokers take unless told otherwise. */
    private static final int DEFAULT_LARGEST = 1_048_588;

    /** What a record has beside its value: key, headers, the batch around it. */
    private static final int AROUND = 64 * 1024;

    /** The rules of a topic, or of its dead letters, which take the same records. */
    static TopicRules of(Topic topic, long retentionMillis, boolean singleBroker) {
        return new TopicRules(retentionMillis, topic.largestEventBytes() + AROUND, singleBroker);
    }

    /** The settings of a new topic. */
    Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(MILLIS, Long.toString(retentionMillis));
        wanted.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        wanted.put(LARGEST, Integer.toString(Math.max(largestBytes, DEFAULT_LARGEST)));
        wanted.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        wanted.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        if (!singleBroker) {
            wanted.put(IN_SYNC, "2");
            wanted.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
        }
        return wanted;
    }

    /** What would lose events in the settings of a topic that exists; one may keep more than is asked for. */
    List<String> faults(Function<String, @Nullable String> settings) {
        List<String> faults = new ArrayList<>();
        wanted().forEach((name, wanted) -> {
            String value = settings.apply(name);
            if (value == null || !(value.equals(wanted) || keepsMore(name, value))) {
                faults.add(name + "=" + value + ", not " + wanted);
            }
        });
        return faults;
    }

    private boolean keepsMore(String name, String value) {
        return switch (name) {
            case MILLIS -> value.equals("-1") || (retentionMillis >= 0 && Long.parseLong(value) > retentionMillis);
            case IN_SYNC -> Integer.parseInt(value) > 2;
            case LARGEST -> Integer.parseInt(value) >= largestBytes;
            default -> false;
        };
    }
}
