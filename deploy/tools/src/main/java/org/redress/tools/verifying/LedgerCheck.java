package org.redress.tools.verifying;

import com.mongodb.client.model.Sorts;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.redress.tools.verifying.Difference.Kind;

/**
 * Hashes anew that each line of the ledger of unsealings says what it said when it was written, that none is missing between
 * two others, and that the ledger still holds what intake was told day by day of how far it came.
 */
final class LedgerCheck {

    private static final String LEDGER = "ledger";

    private final Findings findings;
    private final Optional<LedgerKeys> keys;
    private final Map<Long, Document> heads = new TreeMap<>();
    private final Map<Long, Document> earlierHeads = new TreeMap<>();
    private long number;
    private String hash = "";

    private LedgerCheck(Findings findings, Optional<LedgerKeys> keys) {
        this.findings = findings;
        this.keys = keys;
    }

    /**
     * Adds what was changed to the findings.
     *
     * @param keys what lines are hashed with; without them only their order and the heads are looked at
     */
    static void run(Databases databases, Optional<LedgerKeys> keys, Findings findings) {
        LedgerCheck check = new LedgerCheck(findings, keys);
        // First the heads: the ledger is always as far as what was published of it.
        databases
                .of(Holder.INTAKE)
                .getCollection("ledger_heads")
                .find()
                .sort(Sorts.descending("epoch"))
                .forEach(check::head);
        databases
                .of(Holder.ROUTING)
                .getCollection(LEDGER)
                .find()
                .sort(Sorts.ascending("_id"))
                .forEach(check::line);
        check.end();
    }

    /** A restore of routing begins an epoch: the ledger is only held to what was published in the newest one. */
    private void head(Document head) {
        boolean newest = heads.isEmpty() || epoch(heads.values().iterator().next()) == epoch(head);
        (newest ? heads : earlierHeads).put(head.getLong("number"), head);
    }

    private static int epoch(Document head) {
        return head.getInteger("epoch", 1);
    }

    private void line(Document line) {
        long own = line.getLong("_id");
        if (own != number + 1 || !line.getString("previous").equals(hash)) {
            complain(line, number == 0 ? "has lost those before it" : "does not follow the one before it");
        }
        if (keys.isPresent() && !line.getString("hash").equals(hash(keys.get(), line))) {
            complain(line, "was changed");
        }
        Document head = heads.get(own);
        if (head != null && !head.getString("hash").equals(line.getString("hash"))) {
            complain(line, "is not the one that was published on " + head.getString("day"));
        }
        earlierHeads.computeIfPresent(
                own, (at, earlier) -> earlier.getString("hash").equals(line.getString("hash")) ? null : earlier);
        number = own;
        hash = line.getString("hash");
    }

    private void end() {
        earlierHeads.values().stream()
                .reduce((one, later) -> later)
                .ifPresent(head -> findings.ledgerSetBack(head.getLong("number"), head.getString("day")));
        if (number > 0 && keys.isEmpty()) {
            findings.ledgerWithoutKeys();
        }
        heads.entrySet().stream()
                .filter(head -> head.getKey() > number)
                .reduce((one, later) -> later)
                .ifPresent(head -> add(
                        "",
                        "the ledger of unsealings ends with line " + number + ", but came to line " + head.getKey()
                                + " on " + head.getValue().getString("day")));
    }

    private void complain(Document line, String what) {
        add(line.getString("petitionId"), "line " + line.getLong("_id") + " of the ledger of unsealings " + what);
    }

    private void add(String petitionId, String detail) {
        findings.add(new Difference(
                Kind.LEDGER,
                "petitionId",
                petitionId,
                "routing",
                detail,
                new Remedy.ByHand("find out who wrote to the database beside the product")));
    }

    private static String hash(LedgerKeys keys, Document line) {
        return keys.hash(
                line.getString("keyId"),
                line.getString("previous"),
                Long.toString(line.getLong("_id")),
                line.getString("petitionId"),
                line.getString("what"),
                line.getString("officer"),
                line.getString("post"),
                line.getString("why"),
                Objects.requireNonNullElse(line.getString("purpose"), ""),
                Long.toString(line.getDate("at").toInstant().toEpochMilli()),
                Objects.requireNonNullElse(line.getString("event"), ""));
    }
}
