package org.redress.routing.organisation;

import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Chart;
import org.redress.platform.organisation.Name;

/**
 * A post and its holder.
 *
 * @param id id of the post
 * @param title title
 * @param english English title; absent where it has none
 * @param unit code of its unit
 * @param officer id of the officer who holds it, as in the officer's token
 * @param name the officer's name
 * @param email the officer's address
 * @param language zh or en
 * @param deputy post that stands in for it; absent when none does
 */
public record Post(
        String id,
        String title,
        @Nullable String english,
        String unit,
        String officer,
        String name,
        String email,
        String language,
        @Nullable String deputy)
        implements Chart.Seat {

    @Override
    public Name called() {
        return new Name(title, english);
    }
}
