package org.redress.routing.cases;

import java.util.List;

/**
 * A proposal how to handle a case 拟办意见 that waits for a leader's instruction 批示.
 *
 * @param by post that proposed it
 * @param leader post that is asked to instruct
 * @param lead code of the unit, or id of the post, that should handle it 主办
 * @param assisting codes of units and ids of posts that should help 协办
 */
record Proposal(String by, String leader, String lead, List<String> assisting) {

    /** Keeps its own copy. */
    Proposal {
        assisting = List.copyOf(assisting);
    }
}
