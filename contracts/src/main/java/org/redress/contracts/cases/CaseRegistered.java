package org.redress.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A petition became a case: classified, with an owner and running clocks.
 *
 * @param channel channel of the petition
 * @param purpose suggestion, report, appeal or thanks
 * @param topic code in the topic tree; absent for a report
 * @param unit code of the unit that answers for it
 * @param owner post that answers for it
 * @param organisationVersion version of the organisation the owner was found in
 * @param petitioner keyed token of the petitioner, another one each year; absent when unknown
 * @param headCount people behind it, from 1
 * @param receivedAt when the organisation received the petition
 * @param submittedAt when intake took it
 * @param alerts posts to tell of the assignment; empty when nobody is to be told
 * @param clocks the clocks that run, with their rungs; rungs already past are marked and alert nobody
 */
@WireType("case.registered.v1")
public record CaseRegistered(
        @JsonUnwrapped Head head,
        String scope,
        boolean restricted,
        String channel,
        String purpose,
        @Nullable String topic,
        String unit,
        String owner,
        int organisationVersion,
        @Nullable String petitioner,
        int headCount,
        Instant receivedAt,
        Instant submittedAt,
        List<String> alerts,
        List<Clock> clocks)
        implements CaseEvent {}
