package org.redress.analytics.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

/** Works events into the facts of their case; nothing is counted beforehand, since what a figure counts is data. */
public final class CaseFactsFolding implements Folding<CaseFacts> {

    private final ZoneId zone;

    /** Tells days of this zone. */
    public CaseFactsFolding(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public CaseFacts apply(@Nullable CaseFacts before, CaseEvent event, int lane) {
        if (event instanceof CaseRegistered registered) {
            return new CaseFactsDraft(
                            registered,
                            dayOf(registered.receivedAt()),
                            dayOf(registered.head().occurredAt()))
                    .facts();
        }
        if (before == null) {
            throw new IllegalArgumentException("no registration before " + event.getClass());
        }
        CaseFactsDraft draft = new CaseFactsDraft(before);
        draft.scope = event.scope();
        draft.restricted = event.restricted();
        change(draft, event, dayOf(event.head().occurredAt()));
        return draft.facts();
    }

    private static void change(CaseFactsDraft draft, CaseEvent event, LocalDate day) {
        switch (event) {
            case CaseRegistered registered -> {}
            case CaseAccepted accepted
            when accepted.deemed() -> draft.deemed(accepted.acceptedOn(), day, accepted.clocks());
            case CaseAccepted accepted -> draft.accepted(day, accepted.clocks());
            case CaseDeclined declined -> {
                draft.taken("decline", day);
                draft.ended("declined", day, declined.clocks());
            }
            case CaseAnswered answered -> draft.answered(day, answered.clocks());
            case CaseClosed closed -> draft.ended("closed", day, closed.clocks());
            case CaseWithdrawn withdrawn -> draft.ended("withdrawn", day, withdrawn.clocks());
            case CaseSupplemented supplemented -> {}
            case CaseRequestRefused refused -> {}
            case RungReached reached -> {}
            case CaseStepTaken step -> draft.stepped(step, day);
        }
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    @Override
    public Map<Cell, Long> cells(CaseFacts facts) {
        return Map.of();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<List<String>> factIndexes() {
        return CaseFactsDocument.INDEXED.stream()
                .map(field -> List.of("facts." + field))
                .toList();
    }

    @Override
    public Document write(CaseFacts facts) {
        return CaseFactsDocument.write(facts);
    }

    @Override
    public CaseFacts read(Document document) {
        return CaseFactsDocument.read(document);
    }
}
