package org.redress.tools.verifying;

import com.mongodb.client.model.Sorts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.tools.verifying.Difference.Kind;

/**
 * Counts anew that each line of the ledger of unsealings says what it said when it was written, and that none is missing
 * between two others. That the last lines of a petition were taken away cannot be seen.
 */
final class LedgerCheck {

    private final Findings findings;

    private LedgerCheck(Findings findings) {
        this.findings = findings;
    }

    /** Adds what was changed to the findings. */
    static void run(Databases databases, Findings findings) {
        LedgerCheck check = new LedgerCheck(findings);
        Document later = null;
        for (Document line : databases
                .of(Holder.ROUTING)
                .getCollection("unsealings")
                .find()
                .sort(Sorts.orderBy(Sorts.ascending("petitionId"), Sorts.descending("number")))) {
            check.line(line, later);
            later = line;
        }
        if (later != null) {
            check.begin(later);
        }
    }

    private void line(Document line, @Nullable Document later) {
        if (!line.getString("hash").equals(hash(line))) {
            complain(line, "was changed");
        }
        if (later == null) {
            return;
        }
        if (!later.getString("petitionId").equals(line.getString("petitionId"))) {
            begin(later);
        } else if (number(later) != number(line) + 1
                || !later.getString("previous").equals(line.getString("hash"))) {
            complain(later, "does not follow the one before it");
        }
    }

    /** The first line of a chain follows none. */
    private void begin(Document first) {
        if (number(first) != 1 || !first.getString("previous").isEmpty()) {
            complain(first, "has lost those before it");
        }
    }

    private void complain(Document line, String what) {
        findings.add(new Difference(
                Kind.LEDGER,
                "petitionId",
                line.getString("petitionId"),
                "routing",
                "line " + number(line) + " of the ledger of unsealings " + what,
                new Remedy.ByHand("find out who wrote to the database beside the product")));
    }

    private static int number(Document line) {
        return line.get("number", Number.class).intValue();
    }

    private static String hash(Document line) {
        String said = String.join(
                "\n",
                line.getString("previous"),
                line.getString("petitionId"),
                Integer.toString(number(line)),
                line.getString("what"),
                line.getString("officer"),
                line.getString("post"),
                line.getString("why"),
                Objects.requireNonNullElse(line.getString("purpose"), ""),
                line.getDate("at").toInstant().toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
