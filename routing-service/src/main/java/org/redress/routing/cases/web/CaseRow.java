package org.redress.routing.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of cases; nothing in it was ever sealed.
 *
 * @param id id of the petition
 * @param number end of the id, by which people tell cases apart
 * @param externalId the number that an adapter or a body outside has for it; absent without one
 * @param heading what it is about in a line 事由
 * @param proposed true while no officer wrote that
 * @param tags what sets it apart
 * @param channel how it came
 * @param headCount people behind it, from 1
 * @param restricted true when only the office that holds it may know of it
 * @param unit name of the unit
 * @param owner name of who holds the post that answers
 * @param state where it stands
 * @param open false once it ended
 * @param limit the limit that ends first; absent when nothing is owed
 * @param outside the next day that a body outside set, in words, beside the limits of the law; absent without one
 * @param target the earliest day that somebody was given or promised, in words; absent without one that is open
 * @param received when the organisation received it
 * @param changed when something happened to it last
 */
record CaseRow(
        String id,
        String number,
        @Nullable String externalId,
        String heading,
        boolean proposed,
        List<String> tags,
        String channel,
        int headCount,
        boolean restricted,
        String unit,
        String owner,
        String state,
        boolean open,
        @Nullable LimitView limit,
        @Nullable LimitView outside,
        @Nullable LimitView target,
        String received,
        String changed) {}
