package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A clock reached a rung of its ladder 逐级升级: a reminder before the limit, or a step up the line after it.
 *
 * @param clock the clock, after the rung
 * @param rung the rung that was reached
 * @param recipients posts to tell, decided when the rung fired
 * @param digest true when it belongs into the recipients' daily digest instead of a message of its own
 */
@WireType("case.rung-reached.v1")
public record RungReached(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        Clock clock,
        Rung rung,
        List<String> recipients,
        boolean digest)
        implements CaseEvent {}
