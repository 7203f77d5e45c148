package org.redress.contracts.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A version of the organisation took effect. What was added to it since it was first published is absent in versions that
 * were published before; English names are also absent where none is configured.
 *
 * @param version number of the version, from 1; equals the sequence
 * @param name name of the organisation
 * @param zone zone whose days the organisation counts, such as {@code Asia/Shanghai}
 * @param units the tree, and the discipline desk below its root
 * @param posts posts and who holds them
 * @param topics the tree of topics, each behind the one above it
 * @param desk the discipline desk
 * @param clocks kinds of clocks
 */
@WireType("organisation.activated.v1")
public record OrganisationActivated(
        @JsonUnwrapped Head head,
        int version,
        String name,
        String zone,
        List<Unit> units,
        List<Post> posts,
        @Nullable List<TopicNode> topics,
        @Nullable Desk desk,
        @Nullable List<ClockKind> clocks)
        implements OrganisationEvent {

    /**
     * A node of the tree.
     *
     * @param code short stable code
     * @param name name
     * @param english English name
     * @param parent code of the unit above; absent for the root
     * @param head post that heads it
     * @param petitionOffice post that keeps its petitions
     */
    public record Unit(
            String code,
            String name,
            @Nullable String english,
            @Nullable String parent,
            String head,
            String petitionOffice) {}

    /**
     * A post and its holder.
     *
     * @param id id of the post
     * @param title title
     * @param english English title
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
            @Nullable String deputy) {}

    /**
     * A node of the tree of topics.
     *
     * @param code its code
     * @param name Chinese name
     * @param english English name
     * @param parent code of the topic above; absent on the first level
     */
    public record TopicNode(
            String code,
            @Nullable String name,
            @Nullable String english,
            @Nullable String parent) {}

    /**
     * The discipline desk, which stands outside the line of every unit.
     *
     * @param code code of its unit
     * @param line its posts, from the one that takes reports upwards; at least one
     */
    public record Desk(String code, List<String> line) {}

    /**
     * A kind of clocks.
     *
     * @param kind its name in events
     * @param name Chinese name
     * @param english English name
     */
    public record ClockKind(String kind, String name, String english) {}
}
