package org.redress.analytics.turnaround;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.projection.Cell;
import org.redress.analytics.projection.Folding;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.RungReached;

/** Cuts the way of each case into stays, and counts these by stage, unit, topic, day and duration. */
final class TurnaroundFolding implements Folding<Way> {

    private static final String REPORT = "report";
    private static final String NO_TOPIC = "none";

    private final ZoneId zone;

    /** Counts days of this zone. */
    TurnaroundFolding(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Way apply(@Nullable Way before, CaseEvent event, int lane) {
        if (event instanceof CaseRegistered registered) {
            return registered(registered, before == null ? lane : before.lane());
        }
        if (before == null) {
            throw new IllegalArgumentException("no registration before " + event.getClass());
        }
        return changed(
                before.readBy(new Way.Readers(
                        event.scope(), event.restricted(), before.readers().owner())),
                event);
    }

    private Way changed(Way way, CaseEvent event) {
        Instant at = event.head().occurredAt();
        return switch (event) {
            case CaseRegistered registered -> way;
            case CaseAccepted accepted -> way.to("accepted", way.unit(), at, zone);
            case CaseDeclined declined -> way.to("declined", way.unit(), at, zone);
            case CaseAnswered answered -> way.to("answered", way.unit(), at, zone);
            case CaseClosed closed -> way.to("closed", way.unit(), at, zone);
            case CaseWithdrawn withdrawn -> way.to("withdrawn", way.unit(), at, zone);
            case CaseSupplemented supplemented -> way;
            case CaseRequestRefused refused -> way;
            case RungReached reached -> way;
            case CaseStepTaken step ->
                way.readBy(new Way.Readers(step.scope(), step.restricted(), step.owner()))
                        .about(step.topic())
                        .to(step.state(), step.unit(), at, zone);
        };
    }

    /** The petitioner waits from the day the organisation received the petition. */
    private static Way registered(CaseRegistered event, int lane) {
        return new Way(
                lane,
                new Way.Readers(event.scope(), event.restricted(), event.owner()),
                event.topic(),
                event.purpose().equals(REPORT),
                "registered",
                event.unit(),
                event.receivedAt(),
                List.of());
    }

    @Override
    public Map<Cell, Long> cells(Way way) {
        Map<Cell, Long> cells = new HashMap<>();
        if (!way.apart()) {
            way.stays().forEach(stay -> cells.merge(cell(way, stay), 1L, Long::sum));
        }
        return cells;
    }

    private static Cell cell(Way way, Way.Stay stay) {
        return new Cell(new Document("scope", way.readers().scope())
                .append("owner", way.readers().owner())
                .append("unit", stay.unit())
                .append("topic", Objects.requireNonNullElse(way.topic(), NO_TOPIC))
                .append("stage", stay.stage())
                .append("day", stay.day().toString())
                .append("bin", stay.bin())
                .append("lane", way.lane()));
    }

    @Override
    public List<List<String>> indexes() {
        // An officer counts over some scopes and owners of many.
        return List.of(List.of("day"), List.of("scope", "day"), List.of("owner", "day"));
    }

    @Override
    public List<List<String>> factIndexes() {
        return List.of(List.of("facts.stays.day"));
    }

    @Override
    public Document write(Way way) {
        return new Document("lane", way.lane())
                .append("scope", way.readers().scope())
                .append("restricted", way.readers().restricted())
                .append("owner", way.readers().owner())
                .append("topic", way.topic())
                .append("report", way.report())
                .append("stage", way.stage())
                .append("unit", way.unit())
                .append("since", Date.from(way.since()))
                .append("stays", way.stays().stream().map(Way.Stay::write).toList());
    }

    @Override
    public Way read(Document document) {
        return new Way(
                document.getInteger("lane"),
                new Way.Readers(
                        document.getString("scope"), document.getBoolean("restricted"), document.getString("owner")),
                document.getString("topic"),
                document.getBoolean("report"),
                document.getString("stage"),
                document.getString("unit"),
                document.getDate("since").toInstant(),
                document.getList("stays", Document.class).stream()
                        .map(Way.Stay::read)
                        .toList());
    }
}
