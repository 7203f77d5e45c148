package org.redress.routing.organisation;

import java.util.List;

/**
 * One mesh of the responsibility net 责任网: who answers for a topic in a unit, and in the units and topics below.
 *
 * @param topic code of the topic, or {@code *} for all
 * @param unit code of the unit
 * @param owners the post that answers, or posts of one unit that share the duty as equals; each case has one of them
 */
public record Duty(String topic, String unit, List<String> owners) {

    /** Stands for every topic. */
    public static final String EVERY_TOPIC = "*";

    /** Keeps its own copy. */
    public Duty {
        owners = List.copyOf(owners);
    }

    /** True when equals share it. */
    boolean isShared() {
        return owners.size() > 1;
    }
}
