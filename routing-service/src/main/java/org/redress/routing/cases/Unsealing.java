package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line of the ledger of unsealings: lines are added, never changed. Each carries the hash of the one before it in the
 * chain of its petition, so that one that is changed or taken out from between shows.
 *
 * @param id the petition's id and the number
 * @param petitionId whose text was opened; the matter's id for a matter's
 * @param number its place in the chain, from 1
 * @param what what was opened: content, contact, or a text's id
 * @param officer id of the person, or the name of the service
 * @param post post the person acted in, or the name of the service
 * @param why what for
 * @param purpose what a contact was opened for; absent otherwise
 * @param at business time
 * @param previous hash of the line before; blank for the first
 * @param hash SHA-256, lower-case hexadecimal, over the line before and all that this one says
 */
@Document("unsealings")
@CompoundIndex(name = "chain", def = "{'petitionId': 1, 'number': -1}", unique = true)
public record Unsealing(
        @Id String id,
        String petitionId,
        int number,
        String what,
        String officer,
        String post,
        Why why,
        @Nullable String purpose,
        Instant at,
        String previous,
        String hash) {

    /** What a text is opened for. */
    public enum Why {
        /** To find topic, petitioner's token and whom it has to be kept from when the case is registered. */
        REGISTRATION,
        /** To find whom what the petitioner added has to be kept from. */
        EXAMINATION,
        /** Someone who may read the case reads it. */
        READING_CASE,
        /** Someone who may, or the service that tells the petitioner, reads a text. */
        READING_TEXT,
        /** Someone above who handles the case, or who reviews it, reads the words that are blacked out. */
        READING_ORIGINAL,
        /** Someone who handles the case gets in touch with the petitioner, or makes sure who it is. */
        CONTACTING,
        /** Someone lets another into a case that is not theirs, in an emergency. */
        CONFIRMING_EMERGENCY,
        /** Someone whose case it is not reads it or gets in touch, in an emergency that another confirmed. */
        EMERGENCY
    }

    /** The line after another; the first without one. */
    static Unsealing after(
            @Nullable Unsealing last,
            String petitionId,
            String what,
            Actor by,
            Why why,
            @Nullable String purpose,
            Instant at) {
        int number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.hash();
        String said = String.join(
                "\n",
                previous,
                petitionId,
                Integer.toString(number),
                what,
                by.officer(),
                by.post(),
                why.name(),
                Objects.requireNonNullElse(purpose, ""),
                at.toString());
        return new Unsealing(
                petitionId + " " + number,
                petitionId,
                number,
                what,
                by.officer(),
                by.post(),
                why,
                purpose,
                at,
                previous,
                SealedTexts.digest(said.getBytes(StandardCharsets.UTF_8)));
    }
}
