package org.redress.notification.email.digest;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.redress.notification.email.writing.Wording;
import org.redress.notification.notifications.Deadline;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.Template;
import org.redress.notification.notifications.Visibility;
import org.redress.platform.organisation.Directory;

/**
 * One thing a digest tells.
 *
 * @param notification id of the notification it belongs to
 * @param number its place there
 * @param template which message
 * @param petitionId the case
 * @param at business time of what it tells
 * @param standing who might know of the case when it was planned
 * @param facts what may be said
 */
record DigestLine(
        String notification,
        int number,
        Template template,
        String petitionId,
        Instant at,
        Visibility standing,
        Facts facts) {

    String dueOn() {
        Deadline deadline = facts.deadline();
        return deadline == null ? "" : deadline.dueOn();
    }

    boolean missed() {
        Deadline deadline = facts.deadline();
        return deadline != null && deadline.missed();
    }

    String unit() {
        String unit = facts.unit();
        return unit == null ? "" : unit;
    }

    /** The heading it is counted under. */
    Heading heading(Wording wording, Directory organisation) {
        Deadline deadline = facts.deadline();
        if (deadline == null || deadline.rung() == null) {
            return new Heading(template, 0, wording.say("digest.title." + template.key(), Map.of()));
        }
        String title = wording.say(
                "digest.title.rung",
                Map.of("clock", wording.clock(deadline.clock(), organisation), "rung", wording.rung(deadline)));
        return new Heading(template, deadline.level(), title);
    }

    /**
     * What lines are counted under: clock and rung, or the message where there is no rung. The worst comes first.
     *
     * @param template which message
     * @param level level of the rung
     * @param title what the reader sees
     */
    record Heading(Template template, int level, String title) implements Comparable<Heading> {

        @Override
        public int compareTo(Heading other) {
            return Comparator.comparing(Heading::template, Comparator.comparingInt(Heading::weight))
                    .thenComparing(Heading::level, Comparator.reverseOrder())
                    .thenComparing(Heading::title)
                    .compare(this, other);
        }

        private static int weight(Template template) {
            return switch (template) {
                case REMINDED, ESCALATED -> 0;
                case DUE -> 1;
                case REMINDER -> 2;
                case DEEMED -> 3;
                case ASSIGNED -> 4;
                case BACKLOG,
                        DIGEST,
                        REMINDERS,
                        RECEIVED,
                        ACCEPTED,
                        DECLINED,
                        ANSWERED,
                        STEP_TOLD,
                        STEP_TAKEN,
                        SUPPLEMENTED,
                        WITHDRAWN,
                        WITHDRAWAL_CONFIRMED,
                        REFUSED,
                        NOBODY_LEFT,
                        STAGE,
                        HOTSPOT_ROSE,
                        HOTSPOT_ENDED,
                        MEASURE_TAKEN -> 5;
            };
        }
    }
}
