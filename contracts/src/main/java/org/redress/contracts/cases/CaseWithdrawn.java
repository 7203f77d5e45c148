package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The case ended because its petitioner withdrew it; no clock runs any more.
 *
 * @param requestId the request; routing holds its reason under this id, where one was given
 * @param alerts posts to tell: the owner
 * @param clocks all clocks of the case after it
 */
@WireType("case.withdrawn.v1")
public record CaseWithdrawn(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        String requestId,
        List<String> alerts,
        List<Clock> clocks)
        implements CaseEvent {}
