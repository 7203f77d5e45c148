package org.redress.platform.operating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicRulesTest {

    private final TopicRules rules = new TopicRules(1_000, 5_000_000, false);

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 999",
        "retention.bytes, 1000000",
        "max.message.bytes, 1048588",
        "cleanup.policy, compact",
        "cleanup.policy, 'compact,delete'",
        "message.timestamp.type, CreateTime",
        "min.insync.replicas, 1",
        "unclean.leader.election.enable, true",
    })
    void refusesWhatWouldLoseEvents(String name, String value) {
        assertThat(faultsWith(name, value)).singleElement().asString().startsWith(name + "=" + value);
    }

    @ParameterizedTest
    @CsvSource({"retention.ms, -1", "retention.ms, 2000", "min.insync.replicas, 3", "max.message.bytes, 6000000"})
    void takesWhatKeepsMore(String name, String value) {
        assertThat(faultsWith(name, value)).isEmpty();
    }

    @Test
    void asksForNoCopiesOfASingleBroker() {
        assertThat(new TopicRules(-1, 1, true).wanted()).doesNotContainKey("min.insync.replicas");
        assertThat(new TopicRules(-1, 1, true).faults(Map.of("retention.ms", "5")::get))
                .contains("retention.ms=5, not -1");
    }

    private List<String> faultsWith(String name, String value) {
        Map<String, String> settings = new HashMap<>(rules.wanted());
        settings.put(name, value);
        return rules.faults(settings::get);
    }
}
