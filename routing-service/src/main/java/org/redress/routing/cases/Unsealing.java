package org.redress.routing.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line of the ledger of unsealings: lines are added, never changed. Each carries the hash of the one before it, under a
 * key that the database does not hold: who writes to it beside the product can neither change a line nor take one out from
 * between unseen, and the last ones not beyond the head that was published last.
 *
 * @param number its place in the ledger, from 1 without gaps
 * @param petitionId whose text was opened; the id of the matter or emergency for a text of those
 * @param what what was opened: content, contact, or a text's id
 * @param officer id of the person, or the name of the service
 * @param post post the person acted in, or the name of the service
 * @param why what for
 * @param purpose what a contact was opened for, or which message another service wrote; absent otherwise
 * @param at business time
 * @param event id of the event by which another service told of it; absent for what was opened here
 * @param previous hash of the line before; blank for the first
 * @param keyId id of the key it is hashed with
 * @param hash HMAC-SHA256, lower-case hexadecimal, over the line before and all that this one says
 */
@Document(Unsealing.COLLECTION)
@CompoundIndex(name = "petition", def = "{'petitionId': 1, '_id': 1}")
@CompoundIndex(name = "day", def = "{'at': 1, '_id': 1}")
@CompoundIndex(name = "event", def = "{'event': 1}", unique = true, partialFilter = "{'event': {'$exists': true}}")
public record Unsealing(
        @Id long number,
        String petitionId,
        String what,
        String officer,
        String post,
        Why why,
        @Nullable String purpose,
        Instant at,
        @Nullable String event,
        String previous,
        String keyId,
        String hash) {

    /** Its collection. */
    static final String COLLECTION = "ledger";

    /** What a text is opened for. */
    public enum Why {
        /** To find topic, petitioner's token and whom it has to be kept from when the case is registered. */
        REGISTRATION,
        /** To find whom what the petitioner added has to be kept from, or whether a heading gives any of it away. */
        EXAMINATION,
        /** To learn from it how topics are found; a model keeps only terms that several petitioners used. */
        LEARNING,
        /** To find which petitions say the same; one line stands for all its readings, since none is kept but in memory. */
        GROUPING,
        /** Someone who may read the case reads it. */
        READING_CASE,
        /** Someone who may, or the service that tells the petitioner, reads a text. */
        READING_TEXT,
        /** Someone above who handles the case, or who reviews it, reads the words that are blacked out. */
        READING_ORIGINAL,
        /** Someone who handles the case gets in touch with the petitioner, or makes sure who it is. */
        CONTACTING,
        /** The service that writes to the petitioner addresses a message. */
        TELLING,
        /** Someone lets another into a case that is not theirs, in an emergency. */
        CONFIRMING_EMERGENCY,
        /** Someone whose case it is not reads it or gets in touch, in an emergency that another confirmed. */
        EMERGENCY
    }

    /**
     * What is to be written down.
     *
     * @param event id of the event by which another service told of it; absent for what is opened here
     */
    record Opening(
            String petitionId,
            String what,
            Actor by,
            Why why,
            @Nullable String purpose,
            Instant at,
            @Nullable String event) {}
}
