package org.redress.routing.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A node of the organisation's tree.
 *
 * @param code short stable code
 * @param name name
 * @param parent code of the unit above; absent for the root
 * @param head post that heads it
 * @param petitionOffice post that keeps its petitions 信访办
 * @param outsideBody body outside the organisation to which matters go beyond the root's head; absent below the root
 */
public record Unit(
        String code,
        String name,
        @Nullable String parent,
        String head,
        String petitionOffice,
        @Nullable String outsideBody) {}
