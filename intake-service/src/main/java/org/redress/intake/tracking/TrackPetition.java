package org.redress.intake.tracking;

import java.time.InstantSource;
import java.util.Optional;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Petitions;
import org.redress.intake.receipts.AccessCodes;
import org.redress.intake.receipts.AccessCodes.AccessKey;
import org.redress.intake.receipts.Receipts;
import org.springframework.stereotype.Component;

/** Shows the way of a petition to who holds its receipt and access code. */
@Component
public class TrackPetition {

    private final Petitions petitions;
    private final AccessCodes codes;
    private final WrongTries tries;
    private final InstantSource clock;

    TrackPetition(Petitions petitions, AccessCodes codes, WrongTries tries, InstantSource clock) {
        this.petitions = petitions;
        this.codes = codes;
        this.tries = tries;
        this.clock = clock;
    }

    /** Answers; an unknown receipt goes the same way as a wrong code, step by step. */
    public Tracked track(String writtenReceipt, String writtenCode) {
        String receipt = Receipts.normalise(writtenReceipt);
        if (tries.areUsedUp(receipt)) {
            return new Tracked.Locked(tries.untilNext());
        }
        Optional<Petition> petition = petitions.withReceipt(receipt);
        AccessKey key = petition.map(Petition::accessKey).orElseGet(codes::current);
        boolean matches = codes.matches(writtenCode, receipt, key);
        if (matches && petition.isPresent()) {
            return new Tracked.Shown(receipt, clock.instant(), petition.get().stages());
        }
        return tries.count(receipt) ? new Tracked.Wrong() : new Tracked.Locked(tries.untilNext());
    }
}
