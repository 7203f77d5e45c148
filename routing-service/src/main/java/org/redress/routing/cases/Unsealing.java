package org.redress.routing.cases;

import java.time.Instant;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line of the ledger of unsealings: lines are added, never changed.
 *
 * @param petitionId whose text was opened
 * @param what what was opened: content, contact, or a text's id
 * @param who the person, or the service itself
 * @param why what for
 * @param at business time
 */
@Document("unsealings")
record Unsealing(@Indexed String petitionId, String what, String who, Why why, Instant at) {

    /** What a text is opened for. */
    enum Why {
        /** To find topic, petitioner's token and whom it has to be kept from when the case is registered. */
        REGISTRATION,
        /** Someone who may read the case reads it. */
        READING_CASE,
        /** Someone who may, or the service that tells the petitioner, reads a text. */
        READING_TEXT
    }
}
