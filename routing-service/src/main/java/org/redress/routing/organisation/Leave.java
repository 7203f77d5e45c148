package org.redress.routing.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An absence that somebody entered 请假: who is away and when, never why.
 *
 * @param id its id
 * @param post id of the post
 * @param from first day
 * @param until last day, as it was entered
 * @param last last day in fact; before the first where it was taken back
 * @param standIn post that stands in; absent where nobody can
 * @param officer id of who holds the post
 * @param by id of who entered it
 * @param at business time it was entered at
 * @param endedBy id of who ended it before its time; absent while nobody did
 * @param endedAt business time of that
 * @param confirmed who confirmed the hand-over sheet
 */
@Document("leaves")
public record Leave(
        @Id String id,
        String post,
        LocalDate from,
        LocalDate until,
        LocalDate last,
        @Nullable String standIn,
        String officer,
        String by,
        Instant at,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        List<Confirmation> confirmed) {

    /**
     * A side of the hand-over says that it went through the sheet.
     *
     * @param officer id of who
     * @param post the post they confirm for: the one that is handed over, or the one that stands in
     * @param at business time
     * @param cases how many cases the sheet listed
     */
    public record Confirmation(String officer, String post, Instant at, long cases) {}

    /** Keeps its own copy. */
    public Leave {
        confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
    }

    /** As the organisation goes by it. */
    Absence absence() {
        return new Absence(post, from, last, standIn);
    }
}
