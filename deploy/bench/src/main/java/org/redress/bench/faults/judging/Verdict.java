package org.redress.bench.faults.judging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all judges found.
 *
 * @param findings all of it
 */
public record Verdict(List<Finding> findings) {

    /** Copies the list. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Asks every judge. */
    public static Verdict of(Evidence evidence) {
        TopicView topics = TopicView.of(evidence.records());
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Losses.in(evidence, topics));
        findings.addAll(Doubles.in(evidence, topics));
        findings.addAll(Tears.in(evidence, topics));
        findings.addAll(Holes.in(evidence, topics));
        findings.addAll(Alarms.in(evidence, topics));
        return new Verdict(findings);
    }

    /** How many of a kind. */
    public long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** How many of each kind. */
    public Map<Finding.Kind, Long> counts() {
        Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
        for (Finding.Kind kind : Finding.Kind.values()) {
            counts.put(kind, count(kind));
        }
        return counts;
    }
}
