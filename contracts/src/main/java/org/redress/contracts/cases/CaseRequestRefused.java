package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The petitioner asked for what the case does not allow as it stands; nothing of it changed.
 *
 * @param requestId the request
 * @param request supplement or withdraw
 * @param rule name of the rule it would break, such as {@code closed-stays-closed}
 */
@WireType("case.request-refused.v1")
public record CaseRequestRefused(
        @JsonUnwrapped Head head, String scope, boolean restricted, String requestId, String request, String rule)
        implements CaseEvent {}
