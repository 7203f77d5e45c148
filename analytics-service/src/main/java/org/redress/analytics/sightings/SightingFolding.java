package org.redress.analytics.sightings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.projection.Cell;
import org.redress.analytics.projection.Folding;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;

/** Keeps of each case who wrote when, where it stands and who may read it; it counts in no cell. */
final class SightingFolding implements Folding<Seen> {

    private static final String REPORT = "report";

    private final ZoneId zone;

    /** Counts days of this zone. */
    SightingFolding(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Seen apply(@Nullable Seen before, CaseEvent event, int lane) {
        if (event instanceof CaseRegistered registered) {
            return registered(registered, before == null ? lane : before.lane());
        }
        if (before == null) {
            throw new IllegalArgumentException("no registration before " + event.getClass());
        }
        Seen read = before.readBy(event.scope(), event.restricted());
        return event instanceof CaseStepTaken step
                ? read.with(step.unit(), step.topic(), Objects.requireNonNullElse(step.headCount(), read.headCount()))
                : read;
    }

    private Seen registered(CaseRegistered event, int lane) {
        return new Seen(
                lane,
                LocalDate.ofInstant(event.receivedAt(), zone),
                event.petitioner(),
                event.headCount(),
                event.topic(),
                event.unit(),
                event.scope(),
                event.purpose().equals(REPORT),
                event.restricted());
    }

    @Override
    public Map<Cell, Long> cells(Seen facts) {
        return Map.of();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<List<String>> factIndexes() {
        return List.of(List.of("facts.day"));
    }

    @Override
    public Document write(Seen seen) {
        return new Document("lane", seen.lane())
                .append("day", seen.day().toString())
                .append("writer", seen.writer())
                .append("headCount", seen.headCount())
                .append("topic", seen.topic())
                .append("unit", seen.unit())
                .append("scope", seen.scope())
                .append("report", seen.report())
                .append("restricted", seen.restricted());
    }

    @Override
    public Seen read(Document document) {
        return new Seen(
                document.getInteger("lane"),
                LocalDate.parse(document.getString("day")),
                document.getString("writer"),
                document.getInteger("headCount"),
                document.getString("topic"),
                document.getString("unit"),
                document.getString("scope"),
                document.getBoolean("report"),
                document.getBoolean("restricted"));
    }
}
