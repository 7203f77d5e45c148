package org.redress.routing.cases;

import java.time.LocalDate;
import java.util.List;
import org.redress.routing.procedure.Command.Instruct.Verdict;

/**
 * How a leader instructed 批示 that a case is to be handled; carrying it out takes further steps.
 *
 * @param by post that instructed
 * @param verdict whether as proposed
 * @param lead code of the unit, or id of the post, that is to handle it 主办
 * @param assisting codes of units and ids of posts that are to help 协办
 * @param dueOn day by which that is to be done
 */
public record Instruction(String by, Verdict verdict, String lead, List<String> assisting, LocalDate dueOn) {

    /** Keeps its own copy. */
    public Instruction {
        assisting = List.copyOf(assisting);
    }
}
