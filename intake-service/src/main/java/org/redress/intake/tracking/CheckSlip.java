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

    CheckSlip(Petitions petitions, AccessCodes codes) {
        this.petitions = petitions;
        this.codes = codes;
    }

    /**
     * The petition they belong to, however often they were tried before: nobody finds a code of 80 bits by trying, and who
     * knows a receipt must not be able to lock its owner out. An unknown receipt goes the same way as a wrong code, step by
     * step.
     */
    public Optional<Petition> check(String writtenReceipt, String writtenCode) {
        String receipt = Receipts.normalise(writtenReceipt);
        Optional<Petition> petition = petitions.withReceipt(receipt);
        AccessKey key = petition.map(Petition::accessKey).orElseGet(codes::current);
        boolean matches = codes.matches(writtenCode, receipt, key);
        return petition.filter(found -> matches);
    }
}
