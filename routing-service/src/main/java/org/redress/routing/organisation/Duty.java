package org.redress.routing.organisation;

/**
 * One mesh of the responsibility net 责任网: who answers for a topic in a unit, and in the units and topics below.
 *
 * @param topic code of the topic, or {@code *} for all
 * @param unit code of the unit
 * @param owner post that answers
 */
public record Duty(String topic, String unit, String owner) {

    /** Stands for every topic. */
    public static final String EVERY_TOPIC = "*";
}
