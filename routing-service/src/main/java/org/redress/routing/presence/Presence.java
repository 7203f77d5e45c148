package org.redress.routing.presence;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has a case before them.
 *
 * @param officer id of the person
 * @param post post the person acts in
 * @param writes name of the step whose form the person writes in; absent while nothing is written
 */
public record Presence(
        String officer, String post, @Nullable String writes) {}
