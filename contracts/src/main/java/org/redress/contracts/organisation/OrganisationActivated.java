package org.redress.contracts.organisation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A version of the organisation took effect.
 *
 * @param version number of the version, from 1; equals the sequence
 * @param name name of the organisation
 * @param zone zone whose days the organisation counts, such as {@code Asia/Shanghai}
 * @param units the tree
 * @param posts posts and who holds them
 * @param topics the tree of topics; absent in versions that were published without
 */
@WireType("organisation.activated.v1")
public record OrganisationActivated(
        @JsonUnwrapped Head head,
        int version,
        String name,
        String zone,
        List<Unit> units,
        List<Post> posts,
        @Nullable List<TopicNode> topics)
        implements OrganisationEvent {

    /**
     * A node of the tree.
     *
     * @param code short stable code
     * @param name name
     * @param parent code of the unit above; absent for the root
     * @param head post that heads it
     * @param petitionOffice post that keeps its petitions
     */
    public record Unit(String code, String name, @Nullable String parent, String head, String petitionOffice) {}

    /**
     * A post and its holder.
     *
     * @param id id of the post
     * @param title title
     * @param unit code of its unit
     * @param officer id of the officer who holds it, as in the officer's token
     * @param name the officer's name
     * @param email the officer's address
     * @param language zh or en
     */
    public record Post(
            String id, String title, String unit, String officer, String name, String email, String language) {}

    /**
     * A node of the tree of topics.
     *
     * @param code its code
     * @param parent code of the topic above; absent on the first level
     */
    public record TopicNode(String code, @Nullable String parent) {}
}
