package org.redress.bench.faults.judging;

import java.util.List;
import java.util.Map;
import org.redress.bench.faults.traffic.Ledger;

/**
 * All that outsiders can read once the traffic has ended and everything is drained.
 *
 * @param ledger what callers were told
 * @param records what lies on the topics
 * @param receipts receipts by petition, as intake holds them
 * @param histories what the producers hold
 * @param positions how far the consumers came
 * @param cases cases by petition
 * @param facts facts by petition
 * @param volumes what all volumes add up to
 * @param plans plans by event
 * @param openGaps gaps the services still wait to be filled
 * @param mails how often each Message-ID lies in the mail folder
 */
public record Evidence(
        Ledger ledger,
        List<TopicRecord> records,
        Map<String, String> receipts,
        List<History> histories,
        List<Positions> positions,
        Map<String, CaseRecord> cases,
        Map<String, FactsRecord> facts,
        long volumes,
        Map<String, PlanRecord> plans,
        List<String> openGaps,
        Map<String, Integer> mails) {}
