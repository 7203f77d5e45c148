package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.description.NamesOf;
import org.redress.routing.configuration.Names;
import org.redress.routing.matters.Matter;
import org.redress.routing.procedure.OpinionOutcome;

/**
 * A matter, as far as the reader may see its members.
 *
 * @param matterId its id
 * @param title what it is about
 * @param openedBy id of the officer who opened it
 * @param openedAt when, in business time
 * @param outcome what its opinion comes to; absent while there is none
 * @param version raised by every change of its members and by the opinion; also the ETag
 * @param total members the reader may see
 * @param standings how many of them stand where: open, pending, given, refused
 * @param members those members; absent in a list
 */
record MatterView(
        String matterId,
        String title,
        String openedBy,
        Instant openedAt,
        @NamesOf(OpinionOutcome.class) @Nullable String outcome,
        long version,
        int total,
        Map<String, Long> standings,
        @Nullable List<MemberView> members) {

    /**
     * A page of matters.
     *
     * @param items the matters, the newest first; may be fewer than were asked for, even none, while there is a next page
     * @param next pass it as {@code cursor} for the next page; null at the end
     */
    @Schema(name = "MatterPage")
    record Page(
            List<MatterView> items,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String next) {}

    /**
     * A member.
     *
     * @param petitionId its id
     * @param heading what its case is called in a line 事由
     * @param standing open, pending, given or refused
     * @param rule why its case did not allow the opinion; absent where it did
     */
    record MemberView(
            String petitionId,
            String heading,
            @NamesOf(Matter.MemberState.class) String standing,
            @Nullable String rule) {}

    /** With the members that the reader may see, and what their cases are called, by id. */
    static MatterView of(Matter matter, String title, Set<String> visible, Map<String, String> headings) {
        Map<String, String> rules = matter.refused().stream()
                .collect(Collectors.toMap(Matter.Refusal::petitionId, Matter.Refusal::rule, (one, other) -> other));
        List<MemberView> members = matter.members().stream()
                .filter(visible::contains)
                .map(id ->
                        new MemberView(id, headings.getOrDefault(id, ""), Names.of(matter.standing(id)), rules.get(id)))
                .toList();
        Matter.Opinion opinion = matter.opinion();
        return new MatterView(
                matter.id(),
                title,
                matter.openedBy(),
                matter.openedAt(),
                opinion == null ? null : Names.of(opinion.command().outcome()),
                matter.version(),
                members.size(),
                members.stream()
                        .map(MemberView::standing)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                members);
    }

    MatterView withoutMembers() {
        return new MatterView(matterId, title, openedBy, openedAt, outcome, version, total, standings, null);
    }
}
