package org.redress.analytics.turnaround;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.projection.Bins;

/**
 * The way of one case through the procedure.
 *
 * @param lane its petition's partition
 * @param readers who may read it and answers for it now
 * @param topic code in the topic tree; absent for a report
 * @param report true for a report, which is never counted
 * @param stage where it stands
 * @param unit code of the unit that answers for it
 * @param since since when it stands there with that unit
 * @param stays what is behind it
 */
record Way(
        int lane,
        Readers readers,
        @Nullable String topic,
        boolean report,
        String stage,
        String unit,
        Instant since,
        List<Stay> stays) {

    /** Stages in the order of the procedure, for people to read. */
    static final List<String> ORDER = List.of(
            "registered",
            "transferred",
            "objected",
            "disputed",
            "accepted",
            "answered",
            "opinion-given",
            "served",
            "executing",
            "under-review",
            "under-re-review");

    /** Stages that nobody has to lead any further: that a case stands there is no delay. */
    static final Set<String> ENDS =
            Set.of("declined", "led-elsewhere", "final", "resolved", "closed", "withdrawn", "merged", "returned");

    /**
     * Who may know of a case.
     *
     * @param scope code of the lowest unit whose line may read it
     * @param restricted true when it is kept from somebody
     * @param owner post that answers for it: by it nothing is ever broken down, it only says who may read
     */
    record Readers(String scope, boolean restricted, String owner) {}

    /**
     * The time a case stood in one stage with one unit, which is over.
     *
     * @param stage the stage
     * @param unit code of the unit that answered for it
     * @param day day it ended, in the organisation's zone
     * @param bin bin of its duration
     * @param toStage the stage it went to, whatever came later; absent where it was written before this was kept
     * @param toUnit code of the unit it went to; absent as well
     */
    record Stay(
            String stage,
            String unit,
            LocalDate day,
            int bin,
            @Nullable String toStage,
            @Nullable String toUnit) {

        Document write() {
            return new Document("stage", stage)
                    .append("unit", unit)
                    .append("day", day.toString())
                    .append("bin", bin)
                    .append("toStage", toStage)
                    .append("toUnit", toUnit);
        }

        static Stay read(Document document) {
            return new Stay(
                    document.getString("stage"),
                    document.getString("unit"),
                    LocalDate.parse(document.getString("day")),
                    document.getInteger("bin"),
                    document.getString("toStage"),
                    document.getString("toUnit"));
        }
    }

    /** Whether it counts nowhere, as in the volumes: reports, and cases that are kept from somebody. */
    boolean apart() {
        return report || readers.restricted();
    }

    /** Whether nobody has to lead it any further. */
    boolean isOver() {
        return ENDS.contains(stage);
    }

    Way readBy(Readers others) {
        return readers.equals(others) ? this : new Way(lane, others, topic, report, stage, unit, since, stays);
    }

    Way about(@Nullable String other) {
        return new Way(lane, readers, other, report, stage, unit, since, stays);
    }

    /** A stay ends with its stage, and with its unit: what one unit took is not the next one's. */
    Way to(String nextStage, String nextUnit, Instant at, ZoneId zone) {
        if (stage.equals(nextStage) && unit.equals(nextUnit)) {
            return this;
        }
        List<Stay> behind = new ArrayList<>(stays);
        if (!ENDS.contains(stage)) {
            LocalDate day = LocalDate.ofInstant(at, zone);
            behind.add(new Stay(stage, unit, day, Bins.of(Duration.between(since, at)), nextStage, nextUnit));
        }
        return new Way(lane, readers, topic, report, nextStage, nextUnit, at, List.copyOf(behind));
    }
}
