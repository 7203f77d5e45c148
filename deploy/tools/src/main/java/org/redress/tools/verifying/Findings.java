package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.tools.verifying.Difference.Kind;

/** What a verification counted and found. */
final class Findings {

    private static final int LISTED = 100;
    // Enough for one healing; what is left is found again by the next.
    private static final int MENDABLE = 100_000;

    private final List<Difference> listed = new ArrayList<>();
    private final Map<Remedy, Difference> mendable = new LinkedHashMap<>();
    private final Map<Kind, Long> differences = new LinkedHashMap<>();
    private long receipts;
    private long cases;
    private long restricted;
    private long inFlight;
    private long analytics;
    private boolean ledgerWithoutKeys;
    private @Nullable String ledgerSetBack;

    void count(Subject petition) {
        receipts += petition.existsAt(Holder.INTAKE) ? 1 : 0;
        cases += petition.existsAt(Holder.ROUTING) ? 1 : 0;
    }

    void ledgerWithoutKeys() {
        ledgerWithoutKeys = true;
    }

    void ledgerSetBack(long number, String day) {
        ledgerSetBack = "The ledger had come to line " + number + " on " + day
                + ", before routing's database was restored: what was written down after the backup is gone.";
    }

    void inFlight() {
        inFlight++;
    }

    void analytics(long total, long apart) {
        analytics = total;
        restricted = apart;
    }

    void add(Difference difference) {
        differences.merge(difference.kind(), 1L, Long::sum);
        if (listed.size() < LISTED) {
            listed.add(difference);
        }
        if (!(difference.remedy() instanceof Remedy.ByHand) && mendable.size() < MENDABLE) {
            mendable.putIfAbsent(difference.remedy(), difference);
        }
    }

    /** Differences that need no person, one for each way to mend them. */
    List<Difference> mendable() {
        return List.copyOf(mendable.values());
    }

    boolean agrees() {
        return differences.isEmpty();
    }

    private long total() {
        return differences.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The result for people, a line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-10s %,12d", "receipts", receipts));
        lines.add(String.format("%-10s %,12d", "cases", cases));
        lines.add(String.format(
                "%-10s %,12d  (%,d of them restricted, in no volume)", "analytics", analytics, restricted));
        lines.add(String.format("%-10s %,12d  (changed a moment ago and not yet everywhere)", "in flight", inFlight));
        if (ledgerWithoutKeys) {
            lines.add("The ledger's lines were not hashed anew: REDRESS_LEDGER_KEYS names no file with its keys.");
        }
        if (ledgerSetBack != null) {
            lines.add(ledgerSetBack);
        }
        listed.forEach(difference -> lines.add(difference.toString()));
        if (total() > listed.size()) {
            lines.add("… and " + (total() - listed.size()) + " more");
        }
        lines.add(agrees() ? "Everything agrees." : total() + " differences: " + differences);
        return lines;
    }

    /** The result for scripts. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("receipts", receipts);
        json.put("cases", cases);
        json.put("analytics", analytics);
        json.put("restricted", restricted);
        json.put("parked", differences.getOrDefault(Kind.PARKED, 0L));
        json.put("inFlight", inFlight);
        json.put("differenceCount", total());
        json.put("differences", listed.stream().map(Difference::json).toList());
        return json;
    }
}
