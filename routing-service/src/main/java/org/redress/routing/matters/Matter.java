package org.redress.routing.matters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.CaseCommands.Words;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.Claim;
import org.redress.routing.procedure.Command;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A matter 同一事项: petitions with one cause. A petition is in one matter at most.
 *
 * @param id its id
 * @param version raised by every change of its members and by the opinion, not while that goes round
 * @param title what it is about, sealed
 * @param openedBy id of the officer who opened it
 * @param openedAt when, in business time
 * @param openedUnder key of the command that opened it; absent without one
 * @param members ids of its petitions, at least one
 * @param opinion the opinion for all of them; absent while there is none
 * @param pending members whose case is still to be given the opinion
 * @param refused members whose case did not allow it
 * @param claim who takes the opinion round just now
 */
@Document("matters")
@CompoundIndex(name = "members", def = "{'members': 1}", unique = true)
@CompoundIndex(name = "openedUnder", def = "{'openedUnder': 1}", unique = true, sparse = true)
@CompoundIndex(name = "pending", def = "{'opinion.at': 1}", partialFilter = "{'pending.0': {$exists: true}}")
public record Matter(
        @Id String id,
        long version,
        CaseText title,
        String openedBy,
        Instant openedAt,
        @Nullable String openedUnder,
        List<String> members,
        @Nullable Opinion opinion,
        List<String> pending,
        List<Refusal> refused,
        @Nullable Claim claim) {

    /** Most petitions in one matter: its document stays far below what is refused. */
    public static final int MOST_MEMBERS = 2_000;

    /**
     * The opinion for all members.
     *
     * @param officer id of the officer who gave it
     * @param at when, in business time
     * @param command what it decides and promises
     * @param text its words, sealed for the matter
     * @param key key of the command that gave it; absent without one
     */
    public record Opinion(
            String officer,
            Instant at,
            Command.GiveOpinion command,
            CaseText text,
            @Nullable String key) {

        /** Who reads it to hand it on. */
        Actor by() {
            return new Actor(officer, "matter");
        }

        /** The same words for a case. */
        Words words(String opened) {
            return new Words(text.kind(), opened);
        }
    }

    /**
     * A member whose case did not allow the opinion.
     *
     * @param petitionId its id
     * @param rule the rule it would break, or what was wrong with the opinion
     */
    public record Refusal(String petitionId, String rule) {}

    /** Where a member stands. */
    public enum MemberState {
        /** There is no opinion yet. */
        OPEN,
        /** The opinion is on its way to the case. */
        PENDING,
        /** The case was given the opinion. */
        GIVEN,
        /** The case did not allow it. */
        REFUSED
    }

    /** Where a member stands. */
    public MemberState standing(String petitionId) {
        if (opinion == null) {
            return MemberState.OPEN;
        }
        if (pending.contains(petitionId)) {
            return MemberState.PENDING;
        }
        return refused.stream().anyMatch(refusal -> refusal.petitionId().equals(petitionId))
                ? MemberState.REFUSED
                : MemberState.GIVEN;
    }

    /** The key under which each member's case is given the opinion once, however often it is tried. */
    String memberKey() {
        return "matter " + id;
    }
}
