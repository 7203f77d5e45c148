package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The case ended; no clock runs any more.
 *
 * @param closedBy post that closed it
 * @param clocks all clocks of the case after it
 */
@WireType("case.closed.v1")
public record CaseClosed(
        @JsonUnwrapped Head head, String scope, boolean restricted, String closedBy, List<Clock> clocks)
        implements CaseEvent {}
