package org.redress.routing.cases.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Telling;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.configuration.Names;

/**
 * A case with its history, and opened for those who may read what it says.
 *
 * @param summary the case as in a list
 * @param matter id of the matter it is in; absent when it is in none the reader may see
 * @param content what the petition says; absent for readers without that right
 * @param texts texts told to the petitioner and the petitioner's own, to be read one by one
 * @param told messages to the petitioner
 * @param history what happened, oldest first
 */
record CaseDetail(
        @JsonUnwrapped CaseView summary,
        @Nullable String matter,
        @Nullable PetitionContent content,
        List<TextView> texts,
        List<Telling> told,
        List<HistoryView> history) {

    /**
     * A text told to the petitioner, or the petitioner's own.
     *
     * @param textId its id
     * @param kind what it is, such as answer, opinion, note or supplement
     * @param digest SHA-256 in lower-case hexadecimal; absent for the petitioner's own
     */
    record TextView(String textId, String kind, @Nullable String digest) {

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
     * @param detail what it was about; absent when there is nothing to add, or when it is a case the reader may not see
     */
    record HistoryView(
            Instant at,
            String what,
            @Nullable String post,
            @Nullable String textId,
            @Nullable String detail) {

        private static HistoryView of(HistoryEntry entry, Set<String> visible) {
            return new HistoryView(
                    entry.at(), Names.of(entry.what()), entry.post(), entry.textId(), entry.detail(visible));
        }
    }

    static CaseDetail of(
            PetitionCase kept,
            CaseView summary,
            @Nullable String matter,
            @Nullable PetitionContent content,
            List<Telling> told,
            Set<String> visible) {
        return new CaseDetail(
                summary,
                matter,
                content,
                kept.texts().stream().map(TextView::of).toList(),
                told,
                kept.history().stream()
                        .map(entry -> HistoryView.of(entry, visible))
                        .toList());
    }
}
