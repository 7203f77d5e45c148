package org.redress.routing.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which nobody works in a post.
 *
 * @param post id of the post
 * @param from first day
 * @param until last day; absent for a vacancy 空缺, which lasts until it is taken out
 */
public record Absence(String post, LocalDate from, @Nullable LocalDate until) {

    /** True when the day is one of them. */
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
