package org.redress.platform.messaging;

import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which service publishes on each topic, which ones consume it, and where they are; all by the services' names.
 *
 * @param producers the service that publishes, by topic
 * @param consumers the services that consume, by topic
 * @param urls base address of each service, where people and the other services reach it
 */
@ConfigurationProperties("redress")
public record TopicParties(
        @DefaultValue Map<Topic, String> producers,
        @DefaultValue Map<Topic, List<String>> consumers,
        @DefaultValue Map<String, String> urls) {

    /**
     * Base address of the service that publishes on a topic.
     *
     * @throws IllegalStateException when none is configured
     */
    public String producerAddress(Topic topic) {
        String producer = producers.get(topic);
        if (producer == null) {
            throw new IllegalStateException("no producer configured for " + topic + " (redress.producers)");
        }
        return address(producer);
    }

    /**
     * Base address of a service.
     *
     * @throws IllegalStateException when none is configured
     */
    public String address(String service) {
        String address = urls.get(service);
        if (address == null) {
            throw new IllegalStateException("no address configured for " + service + " (redress.urls)");
        }
        return address;
    }

    /** The services that consume a topic. */
    public List<String> consumersOf(Topic topic) {
        return consumers.getOrDefault(topic, List.of());
    }

    /** The services that consume what this one publishes. */
    public List<String> consumersOf(String service) {
        return producers.entrySet().stream()
                .filter(each -> each.getValue().equals(service))
                .flatMap(each -> consumersOf(each.getKey()).stream())
                .distinct()
                .toList();
    }

    /** The services that publish what this one consumes. */
    public List<String> producersFor(String service) {
        return producers.entrySet().stream()
                .filter(each -> consumersOf(each.getKey()).contains(service))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
