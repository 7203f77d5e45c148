package org.redress.routing.matters;

/** What a matter does not allow, each a sentence in the messages under {@code matter.rule}. */
public enum MatterRule {
    /** There is one opinion for all members. */
    OPINION_GIVEN_ONCE,
    /** A matter has at least one member. */
    LAST_MEMBER_STAYS,
    /** Who is given the opinion, or will be, stays a member. */
    OPINION_KEEPS_MEMBERS,
    /** A matter has a most of members. */
    TOO_MANY_MEMBERS,
    /** All members are kept from the same people: their title and opinion tell of each. */
    MEMBERS_ARE_KEPT_ALIKE,
    /** A case that has ended can be given no opinion, and would keep the others from theirs. */
    MEMBERS_ARE_OPEN
}
