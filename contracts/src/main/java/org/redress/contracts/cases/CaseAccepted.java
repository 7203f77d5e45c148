package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * The case was accepted 受理 (Reg. 23), by an officer or because the notice's limit passed in silence.
 *
 * @param acceptedOn day of acceptance, from which the handling limit counts
 * @param acceptedBy post that accepted; absent when deemed
 * @param deemed true when nobody decided in time and acceptance is taken as given
 * @param clocks all clocks of the case after it
 */
@WireType("case.accepted.v1")
public record CaseAccepted(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        LocalDate acceptedOn,
        @Nullable String acceptedBy,
        boolean deemed,
        List<Clock> clocks)
        implements CaseEvent {}
