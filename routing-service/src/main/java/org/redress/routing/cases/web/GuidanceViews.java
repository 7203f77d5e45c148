package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Instruction;
import org.redress.routing.cases.Part;
import org.redress.routing.cases.PetitionCase;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says who guides a case and who helps with it 批示与协办. */
@Component
class GuidanceViews {

    private final CaseRows rows;
    private final LimitViews limits;
    private final MessageSource messages;

    GuidanceViews(CaseRows rows, LimitViews limits, MessageSource messages) {
        this.rows = rows;
        this.limits = limits;
        this.messages = messages;
    }

    /**
     * Who guides and who helps.
     *
     * @param charged leader who took it in charge; absent where none did
     * @param awaited who is asked to instruct; absent where nobody is
     * @param instructed how a leader instructed last; absent while none did
     * @param parts what others are asked to do, in order
     */
    record View(
            @Nullable String charged,
            @Nullable String awaited,
            @Nullable String instructed,
            List<Line> parts) {}

    /**
     * A part of the case.
     *
     * @param who post that is asked
     * @param dueOn day it is owed by
     * @param state in-time, soon, late, done or still: how it is coloured
     * @param words how it stands
     */
    record Line(String who, LocalDate dueOn, String state, String words) {}

    /** For the page of a case; empty where nobody guides it or helps. */
    Optional<View> of(PetitionCase petitionCase, Locale locale) {
        String leader = petitionCase.awaitedLeader();
        String charged = petitionCase.inCharge();
        Instruction instruction = petitionCase.instruction();
        List<Line> parts =
                petitionCase.parts().stream().map(part -> line(part, locale)).toList();
        return charged == null && leader == null && instruction == null && parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new View(
                        charged == null ? null : rows.post(charged),
                        leader == null ? null : rows.post(leader),
                        instruction == null ? null : said(instruction, locale),
                        parts));
    }

    private String said(Instruction instruction, Locale locale) {
        Stream<String> assisting = instruction.assisting().stream()
                .map(unit -> rows.word("part", "assisting", locale) + " " + rows.place(unit, locale));
        return Stream.concat(
                        Stream.of(
                                rows.post(instruction.by()),
                                rows.word("verdict", instruction.verdict(), locale),
                                rows.word("part", "lead", locale) + " " + rows.place(instruction.lead(), locale)),
                        Stream.concat(assisting, Stream.of(instruction.dueOn().toString())))
                .collect(Collectors.joining(" · "));
    }

    private Line line(Part part, Locale locale) {
        LocalDate today = limits.today();
        String standing =
                part.lapsed() ? "lapsed" : (part.isOpen() ? "open" : "returned") + (part.isLate(today) ? "-late" : "");
        String colour = part.isLate(today)
                ? "late"
                : !part.isOpen()
                        ? part.lapsed() ? "still" : "done"
                        : part.dueOn().isAfter(limits.soonUntil(today)) ? "in-time" : "soon";
        return new Line(
                rows.post(part.post()),
                part.dueOn(),
                colour,
                messages.getMessage("case.part." + standing, null, locale));
    }
}
