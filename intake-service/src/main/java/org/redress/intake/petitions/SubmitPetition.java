package org.redress.intake.petitions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.redress.intake.receipts.AccessCodes;
import org.redress.intake.receipts.ReceiptSlip;
import org.redress.platform.publishing.Ids;
import org.springframework.dao.DuplicateKeyException;

/** Takes a petition once: one write holds the petition and its event, and a repeat finds the receipt given before. */
public final class SubmitPetition {

    // A receipt is drawn twice once in 10^12 petitions; a second chance is plenty, the rest is for its proof.
    private static final int DRAWS = 10;

    private final Petitions petitions;
    private final TextSealer sealer;
    private final SubmissionDigests digests;
    private final AccessCodes codes;
    private final InstantSource clock;
    private final Supplier<String> receipts;

    /** With the place petitions are kept in, the keys, the business clock and the draw of receipts. */
    public SubmitPetition(
            Petitions petitions,
            TextSealer sealer,
            SubmissionDigests digests,
            AccessCodes codes,
            InstantSource clock,
            Supplier<String> receipts) {
        this.petitions = petitions;
        this.sealer = sealer;
        this.digests = digests;
        this.codes = codes;
        this.clock = clock;
        this.receipts = receipts;
    }

    /** Takes it, or finds what became of the same request before. */
    public Submitted submit(Submission submission) {
        List<String> keys = digests.keys(submission);
        for (int draw = 0; draw < DRAWS; draw++) {
            Petition petition = taken(submission, keys);
            try {
                petitions.take(petition);
                return new Submitted.Taken(slip(petition));
            } catch (DuplicateKeyException duplicate) {
                List<Petition> earlier = petitions.withKeys(keys);
                if (!earlier.isEmpty()) {
                    return recognised(submission, earlier);
                }
                // Otherwise the receipt was given out before: another is drawn.
            }
        }
        throw new IllegalStateException("no free receipt in " + DRAWS + " draws");
    }

    /** True where one of its keys was taken before: it is a repeat, or says something else than the first. */
    public boolean isKnown(Submission submission) {
        return !petitions.withKeys(digests.keys(submission)).isEmpty();
    }

    private Petition taken(Submission submission, List<String> keys) {
        String id = Ids.next();
        // The database keeps milliseconds: event and document must agree.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String keyId = digests.keyId();
        Proofs proofs = new Proofs(receipts.get(), codes.current(), keyId, digests.content(submission, keyId), keys);
        return Petition.take(id, submission, proofs, sealer.seal(id, submission), now);
    }

    private Submitted recognised(Submission submission, List<Petition> earlier) {
        for (Petition petition : earlier) {
            if (petition.says(submission, digests)) {
                return new Submitted.Repeated(slip(petition));
            }
        }
        Petition first = earlier.getFirst();
        return new Submitted.KeyTaken(digests.recognisedBy(submission, first.idempotencyKeys()), first.receipt());
    }

    private ReceiptSlip slip(Petition petition) {
        String receipt = petition.receipt();
        return new ReceiptSlip(petition.id(), receipt, codes.code(receipt, petition.accessKey()));
    }
}
