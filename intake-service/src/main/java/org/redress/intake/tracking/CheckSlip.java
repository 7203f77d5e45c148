package org.redress.intake.tracking;

import java.util.Optional;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Petitions;
import org.redress.intake.receipts.AccessCodes;
import org.redress.intake.receipts.AccessCodes.AccessKey;
import org.redress.intake.receipts.Receipts;
import org.springframework.stereotype.Component;

/** Finds the petition of who holds its receipt and access code. */
@Component
public class CheckSlip {

    private final Petitions petitions;
    private final AccessCodes codes;
    private final WrongTries tries;

    CheckSlip(Petitions petitions, AccessCodes codes, WrongTries tries) {
        this.petitions = petitions;
        this.codes = codes;
        this.tries = tries;
    }

    /** Checks; an unknown receipt goes the same way as a wrong code, step by step. */
    public Checked check(String writtenReceipt, String writtenCode) {
        String receipt = Receipts.normalise(writtenReceipt);
        if (tries.areUsedUp(receipt)) {
            return new Checked.Locked(tries.untilNext());
        }
        Optional<Petition> petition = petitions.withReceipt(receipt);
        AccessKey key = petition.map(Petition::accessKey).orElseGet(codes::current);
        boolean matches = codes.matches(writtenCode, receipt, key);
        if (matches && petition.isPresent()) {
            return new Checked.Held(petition.get());
        }
        return tries.count(receipt) ? new Checked.Wrong() : new Checked.Locked(tries.untilNext());
    }
}
