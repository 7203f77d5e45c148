package org.redress.platform.messaging;

import org.redress.contracts.Topic;

/**
 * Names of the topics in this deployment.
 *
 * @param prefix put before every name; empty in production
 */
public record TopicNames(String prefix) {

    /** The topic's name on the broker. */
    public String name(Topic topic) {
        return prefix + topic.topicName();
    }

    /** The name of its dead-letter topic. */
    public String deadLetters(Topic topic) {
        return prefix + topic.deadLetterName();
    }
}
