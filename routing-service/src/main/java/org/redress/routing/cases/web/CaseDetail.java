package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.description.NamesOf;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.ExtensionRequest;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.Mark;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Redaction;
import org.redress.routing.cases.TargetDay;
import org.redress.routing.cases.Telling;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/**
 * A case with its history, and opened for those who may read what it says.
 *
 * @param summary the case as in a list
 * @param matter id of the matter it is in; absent when it is in none the reader may see
 * @param content what the petition says; absent for readers without that right
 * @param texts texts told to the petitioner and the petitioner's own, to be read one by one
 * @param redactions what of the petitioner's words is blacked out, was, or is proposed to be
 * @param targets days that somebody was given or promised, which are no limits of the law
 * @param mark what arbitration or a court has to do with it; absent where neither has, and for readers without that right
 * @param extension the extension that is asked for; absent where nobody asks
 * @param told messages to the petitioner
 * @param history what happened, oldest first; without what leads to a case the reader may not see
 */
record CaseDetail(
        @JsonUnwrapped CaseView summary,
        @Nullable String matter,
        @Nullable PetitionContent content,
        List<TextView> texts,
        List<RedactionView> redactions,
        List<TargetView> targets,
        @Nullable MarkView mark,
        @Nullable ExtensionRequest extension,
        List<Telling> told,
        List<HistoryView> history) {

    /**
     * What arbitration or a court has to do with it.
     *
     * @param mark in-arbitration or judged
     * @param body which arbitration or court
     * @param on since when
     */
    record MarkView(@NamesOf(Command.SetMark.Mark.class) String mark, String body, LocalDate on) {

        static @Nullable MarkView of(@Nullable Mark noted) {
            return noted == null ? null : new MarkView(Names.of(noted.kind()), noted.body(), noted.on());
        }
    }

    /**
     * Words that are blacked out, were, or are proposed to be.
     *
     * @param number by which it is confirmed or undone, from 1
     * @param field subject, text or place of the petition, or the id of a text of the petitioner's
     * @param from first character, as a reader counts them, from 0
     * @param to character after the last
     * @param state proposed, in-effect or undone
     * @param by post that proposed it
     * @param reasonId the note that says why
     * @param wish id of the petitioner's text that wishes it; absent where nobody wished it
     * @param heldUntil moment until which the words are hidden while it is proposed; absent where they are not
     */
    record RedactionView(
            int number,
            String field,
            int from,
            int to,
            @NamesOf(Redaction.State.class) String state,
            String by,
            String reasonId,
            @Nullable String wish,
            @Nullable Instant heldUntil) {

        private static List<RedactionView> of(List<Redaction> redactions) {
            return IntStream.range(0, redactions.size())
                    .mapToObj(index -> of(index + 1, redactions.get(index)))
                    .toList();
        }

        private static RedactionView of(int number, Redaction one) {
            return new RedactionView(
                    number,
                    one.field(),
                    one.from(),
                    one.to(),
                    Names.of(one.standing()),
                    one.by(),
                    one.reasonId(),
                    one.wish(),
                    one.heldUntil());
        }
    }

    /**
     * A day that somebody was given or promised.
     *
     * @param number by which it is ended, from 1
     * @param kind instructed, promised, outside or own
     * @param dueOn the day
     * @param by post that noted it
     * @param textId text that says what is to be done
     * @param ending met or put-down; absent while it is open, and where the case ended before
     * @param endedOn the day that was noted; absent without it
     * @param endId text that says how, or why; absent without it
     * @param lapsed true where the case ended before
     */
    record TargetView(
            int number,
            @NamesOf(Command.SetTarget.Kind.class) String kind,
            LocalDate dueOn,
            String by,
            @Nullable String textId,

            @NamesOf(Command.EndTarget.Ending.class) @Nullable
            String ending,

            @Nullable LocalDate endedOn,
            @Nullable String endId,
            boolean lapsed) {

        private static List<TargetView> of(List<TargetDay> targets) {
            return IntStream.range(0, targets.size())
                    .mapToObj(index -> of(index + 1, targets.get(index)))
                    .toList();
        }

        private static TargetView of(int number, TargetDay one) {
            return new TargetView(
                    number,
                    Names.of(one.kind()),
                    one.dueOn(),
                    one.by(),
                    one.textId(),
                    one.ending() == null ? null : Names.of(one.ending()),
                    one.endedOn(),
                    one.endId(),
                    one.lapsed());
        }
    }

    /**
     * A text told to the petitioner, or the petitioner's own.
     *
     * @param textId its id
     * @param kind what it is, such as answer, opinion, note or supplement
     * @param digest SHA-256 in lower-case hexadecimal; absent for the petitioner's own
     */
    record TextView(
            String textId,
            @NamesOf(CaseText.Kind.class) String kind,
            @Nullable String digest) {

        private static TextView of(TextEntry text) {
            return new TextView(text.id(), Names.of(text.kind()), text.digest());
        }
    }

    /**
     * A line of the history.
     *
     * @param at when
     * @param what what happened
     * @param post post that did it; absent when nobody did
     * @param textId text that belongs to it
     * @param detail what it was about; absent when there is nothing to add
     * @param step the step, where that says what happened; absent for all else
     */
    record HistoryView(
            Instant at,
            @NamesOf(HistoryEntry.What.class) String what,
            @Nullable String post,
            @Nullable String textId,
            @Nullable String detail,
            @NamesOf(Step.class) @Nullable String step) {

        private static HistoryView of(HistoryEntry entry) {
            return new HistoryView(
                    entry.at(), Names.of(entry.what()), entry.post(), entry.textId(), entry.detail(), entry.step());
        }
    }

    /** For who had it and sees that it is reviewed: nothing of what came after. */
    static CaseDetail ofReviewed(
            PetitionCase petitionCase, CaseView summary, @Nullable String matter, Set<String> visible) {
        return new CaseDetail(
                summary,
                matter,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                petitionCase.historyUntilReview().stream()
                        .filter(entry -> entry.isFor(visible))
                        .map(HistoryView::of)
                        .toList());
    }

    static CaseDetail of(
            PetitionCase petitionCase,
            CaseView summary,
            @Nullable String matter,
            @Nullable PetitionContent content,
            List<Telling> told,
            Set<String> visible,
            String reader) {
        return new CaseDetail(
                summary,
                matter,
                content,
                petitionCase.textsFor(reader).stream().map(TextView::of).toList(),
                RedactionView.of(petitionCase.redactions()),
                TargetView.of(petitionCase.targets()),
                content == null ? null : MarkView.of(petitionCase.mark()),
                petitionCase.extensionAsked(),
                told,
                petitionCase.historyFor(reader).stream()
                        .filter(entry -> entry.isFor(visible))
                        .map(HistoryView::of)
                        .toList());
    }
}
