package org.redress.bench.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.bench.faults.judging.Finding;
import org.redress.bench.faults.judging.Verdict;
import org.redress.bench.faults.killing.Kills;
import org.redress.bench.faults.traffic.Ledger;

/**
 * The result of a run.
 *
 * @param options what was asked for
 * @param kills what was killed
 * @param ledger what was acknowledged
 * @param verdict what the judges found
 * @param outages what became of each outage
 * @param failures what else did not go as it must
 */
record Report(
        FaultsOptions options,
        Kills kills,
        Ledger ledger,
        Verdict verdict,
        Map<String, String> outages,
        List<String> failures) {

    private static final int SHOWN = 50;
    private static final String SENDS = "notification";

    /** Whether everything held that must. */
    boolean holds() {
        return complaints().isEmpty();
    }

    /** What did not hold, a line each. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>(failures);
        verdict.findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.MAIL_COPY)
                .limit(SHOWN)
                .map(Finding::toString)
                .forEach(complaints::add);
        long copies = verdict.count(Finding.Kind.MAIL_COPY);
        if (copies > (long) kills.of(SENDS) * Stage.MAIL_CONNECTIONS) {
            complaints.add("mails of notifications came again " + copies + " times after " + kills.of(SENDS)
                    + " kills of notification");
        }
        kills.missed(options.kills()).forEach(window -> complaints.add("no kill inside " + window));
        if (kills.count() < options.kills()) {
            complaints.add(kills.count() + " kills of " + options.kills());
        }
        if (ledger.petitionCount() < options.petitions()) {
            complaints.add(ledger.petitionCount() + " petitions of " + options.petitions());
        }
        if (!ledger.abandoned().isEmpty()) {
            complaints.add(ledger.abandoned().size() + " requests got no answer");
        }
        return complaints;
    }

    /** The result for scripts. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kills", kills.count());
        json.put("acknowledged", ledger.size());
        verdict.counts().forEach((kind, count) -> json.put(kind.label(), count));
        json.put("windows", kills.byWindow());
        json.put("seed", options.seed());
        json.put("killed", kills.byPart());
        json.put("petitions", ledger.petitionCount());
        json.put("requests", ledger.requests().size());
        json.put("commands", ledger.commands().size());
        json.put("unanswered", ledger.abandoned().size());
        json.put("failures", failures.size());
        json.putAll(outages);
        return json;
    }
}
