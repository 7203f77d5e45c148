package org.redress.intake.petitions;

import org.redress.intake.receipts.ReceiptSlip;

/** What became of a submission. */
public sealed interface Submitted {

    /**
     * It is a new petition.
     *
     * @param slip its receipt
     */
    record Taken(ReceiptSlip slip) implements Submitted {}

    /**
     * It was taken before, with the same words.
     *
     * @param slip the receipt given then
     */
    record Repeated(ReceiptSlip slip) implements Submitted {}

    /**
     * Its key belongs to a petition that says something else.
     *
     * @param key name of the key, the header's or the field's
     * @param firstReceipt receipt of that petition
     */
    record KeyTaken(String key, String firstReceipt) implements Submitted {}
}
