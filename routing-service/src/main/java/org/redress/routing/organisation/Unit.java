package org.redress.routing.organisation;

import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Chart;
import org.redress.platform.organisation.Name;

/**
 * A node of the organisation's tree.
 *
 * @param code short stable code
 * @param name name
 * @param english English name; absent where it has none
 * @param parent code of the unit above; absent for the root
 * @param head post that heads it
 * @param petitionOffice post that keeps its petitions 信访办
 * @param outsideBody body outside the organisation to which matters go beyond the root's head; absent below the root
 */
public record Unit(
        String code,
        String name,
        @Nullable String english,
        @Nullable String parent,
        String head,
        String petitionOffice,
        @Nullable String outsideBody)
        implements Chart.Place {

    @Override
    public Name called() {
        return new Name(name, english);
    }
}
