package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The petitioner was given an answer.
 *
 * @param answeredBy post that answered
 * @param answer the text told to the petitioner
 * @param clocks all clocks of the case after it
 */
@WireType("case.answered.v1")
public record CaseAnswered(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        String answeredBy,
        TextReference answer,
        List<Clock> clocks)
        implements CaseEvent {}
