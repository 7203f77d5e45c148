package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The case was not accepted; the reason and where to go are in the text (Reg. 23).
 *
 * @param declinedBy post that declined
 * @param reason the text told to the petitioner
 * @param clocks all clocks of the case after it
 */
@WireType("case.declined.v1")
public record CaseDeclined(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        String declinedBy,
        TextReference reason,
        List<Clock> clocks)
        implements CaseEvent {}
