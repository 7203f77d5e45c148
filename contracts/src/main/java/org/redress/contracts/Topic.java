package org.redress.contracts;

import java.util.Arrays;
import java.util.List;
import org.redress.contracts.alerts.AlertEvent;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.deliveries.DeliveryEvent;
import org.redress.contracts.groups.GroupEvent;
import org.redress.contracts.organisation.OrganisationEvent;
import org.redress.contracts.submissions.SubmissionEvent;

/** Every topic, declared once: its name, the sealed interface of its events, its partitions and its retention. */
public enum Topic {
    /** Petitions as intake took them; kept 30 days, since intake can resend. */
    SUBMISSIONS("petition.submissions", SubmissionEvent.class, 12, 30),
    /** The way of each case; kept 10 years, since analytics is rebuilt from it. */
    CASES("petition.cases", CaseEvent.class, 12, 3_653),
    /** Which petitions say the same; kept 10 years, as the cases are. */
    GROUPS("petition.groups", GroupEvent.class, 12, 3_653),
    /** Matters that became hot, and those that are no longer; kept 30 days, since analytics can resend. */
    ALERTS("petition.alerts", AlertEvent.class, 12, 30),
    /** What was delivered to whom; kept 30 days, since notification can resend. */
    DELIVERIES("petition.deliveries", DeliveryEvent.class, 12, 30),
    /** Each activated organisation, whole, and each day how far its ledger of unsealings came; kept for ever. */
    ORGANISATION("organisation.versions", OrganisationEvent.class, 1, -1);

    private static final long DAY_MILLIS = 86_400_000L;
    private static final int KIB = 1024;

    private final String topicName;
    private final Class<? extends Event> family;
    private final int partitions;
    private final int retentionDays;

    Topic(String topicName, Class<? extends Event> family, int partitions, int retentionDays) {
        this.topicName = topicName;
        this.family = family;
        this.partitions = partitions;
        this.retentionDays = retentionDays;
    }

    /** Name on the broker, before a deployment's prefix. */
    public String topicName() {
        return topicName;
    }

    /** Name of the topic that keeps what could not be applied by a consumer. */
    public String deadLetterName() {
        return topicName + ".dead-letters";
    }

    /** Number of partitions, never changed: a petition's events must stay in one. */
    public int partitions() {
        return partitions;
    }

    /**
     * Largest event in bytes; a bigger one is refused at the command. An organisation is published whole: 5,000 units
     * and 20,000 posts take about 4 MiB, or 5.5 with English names and deputies.
     */
    public int largestEventBytes() {
        return this == ORGANISATION ? 6 * KIB * KIB : 256 * KIB;
    }

    /** Retention in milliseconds, -1 for ever. */
    public long retentionMillis() {
        return retentionDays < 0 ? -1 : retentionDays * DAY_MILLIS;
    }

    /** Retention of its dead letters in milliseconds: for ever, but sealed petitions no longer than the topic, -1 for ever. */
    public long deadLetterRetentionMillis() {
        return this == SUBMISSIONS ? retentionMillis() : -1;
    }

    /** The event records this topic may carry. */
    public List<Class<? extends Event>> events() {
        return Arrays.stream(family.getPermittedSubclasses())
                .<Class<? extends Event>>map(type -> type.asSubclass(Event.class))
                .toList();
    }

    /** The topic that carries events of this type. */
    public static Topic of(Class<? extends Event> type) {
        return Arrays.stream(values())
                .filter(topic -> topic.family.isAssignableFrom(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " belongs to no topic"));
    }
}
