package org.redress.platform.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Topic;
import org.redress.platform.messaging.TopicNames;
import org.redress.starters.Infrastructure;

class TopicProvisionerTest {

    private final TopicNames names =
            new TopicNames("t" + UUID.randomUUID().toString().substring(0, 8) + ".");

    @Test
    void passesOnlyWhenTheBrokerKeepsWhatItIsGiven() throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", Infrastructure.kafka());
        String compacted = names.name(Topic.SUBMISSIONS);
        try (Admin admin = Admin.create(client)) {
            NewTopic topic = new NewTopic(compacted, 12, (short) 1);
            admin.createTopics(List.of(topic.configs(Map.of(
                            "cleanup.policy",
                            "compact",
                            "retention.ms",
                            "1000",
                            "message.timestamp.type",
                            "CreateTime"))))
                    .all()
                    .get();
        }
        TopicProvisioner provisioner = new TopicProvisioner(client, names, true);

        assertThatThrownBy(provisioner::afterPropertiesSet)
                .hasMessageContaining(compacted + " has retention.ms=1000")
                .hasMessageContaining(compacted + " has cleanup.policy=compact")
                .hasMessageContaining(compacted + " has message.timestamp.type=CreateTime");
        assertThat(provisioner.passed()).isFalse();
    }

    @Test
    void hasNotPassedWhileTheBrokerIsAway() {
        TopicProvisioner provisioner = new TopicProvisioner(Map.of("bootstrap.servers", "127.0.0.1:1"), names, true);

        provisioner.afterPropertiesSet();

        assertThat(provisioner.passed()).isFalse();
        assertThat(provisioner.state()).isEqualTo("broker away");
    }
}
