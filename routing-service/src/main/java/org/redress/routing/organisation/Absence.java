package org.redress.routing.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody works in a post.
 *
 * @param post id of the post
 * @param from first day
 * @param until last day; absent for a vacancy 空缺, which lasts until it is taken out
 * @param standIn post that stands in on these days, named with the absence; absent where the deputies of the organisation do
 */
public record Absence(
        String post,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String standIn) {

    /** One in which the deputies of the organisation stand in. */
    public Absence(String post, LocalDate from, @Nullable LocalDate until) {
        this(post, from, until, null);
    }

    /** True when the day is one of them. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** True when a day between two, both included, is one of them. */
    boolean meets(LocalDate first, LocalDate last) {
        return !last.isBefore(from) && (until == null || !first.isAfter(until));
    }
}
