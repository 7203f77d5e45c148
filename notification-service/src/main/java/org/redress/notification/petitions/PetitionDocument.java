package org.redress.notification.petitions;

import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.notification.notifications.Visibility;

/** A petition as it is stored; each stream writes fields of its own, so that none overwrites the other's. */
final class PetitionDocument {

    private PetitionDocument() {}

    static Document submission(KnownPetition petition) {
        Sealed sealed = petition.sealed();
        return new Document("submitted", true)
                .append("receipt", petition.receipt())
                .append("contact", sealed == null ? null : contact(sealed))
                .append("submittedBy", petition.submittedBy())
                .append("externalId", petition.externalId());
    }

    static Document handling(KnownPetition petition) {
        Visibility standing = petition.standing();
        return new Document("scope", standing.scope())
                .append("restricted", standing.restricted())
                .append("epoch", standing.epoch())
                .append("sequence", standing.sequence())
                .append("unit", petition.unit())
                .append("owner", petition.owner());
    }

    static KnownPetition read(Document document) {
        return new KnownPetition(
                document.getString("_id"),
                document.getBoolean("submitted", false),
                document.getString("receipt"),
                sealed(document.get("contact", Document.class)),
                standing(document),
                document.getString("unit"),
                document.getString("owner"),
                document.getString("submittedBy"),
                document.getString("externalId"));
    }

    /** A stub may say that a case is restricted before anything else is known of it. */
    static Visibility standing(Document document) {
        return new Visibility(
                document.getString("scope"),
                document.getBoolean("restricted", false),
                document.getInteger("epoch", Visibility.UNKNOWN.epoch()),
                document.get("sequence", Visibility.UNKNOWN.sequence()));
    }

    private static Document contact(Sealed sealed) {
        return new Document("algorithm", sealed.algorithm())
                .append("keyId", sealed.keyId())
                .append("sealedKey", new Binary(sealed.sealedKey()))
                .append("ciphertext", new Binary(sealed.ciphertext()));
    }

    private static @Nullable Sealed sealed(@Nullable Document contact) {
        return contact == null
                ? null
                : new Sealed(
                        contact.getString("algorithm"),
                        contact.getString("keyId"),
                        contact.get("sealedKey", Binary.class).getData(),
                        contact.get("ciphertext", Binary.class).getData());
    }
}
