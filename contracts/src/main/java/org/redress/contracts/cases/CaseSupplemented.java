package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The petitioner's supplement was added to the case; it moves no clock.
 *
 * @param requestId the request; routing holds its text under this id
 * @param alerts posts to tell: the owner
 */
@WireType("case.supplemented.v1")
public record CaseSupplemented(
        @JsonUnwrapped Head head, String scope, boolean restricted, String requestId, List<String> alerts)
        implements CaseEvent {}
