package org.redress.platform.sealing;

/** A sealed text whose key this service does not hold, or not yet: keys come while it runs. */
public final class UnknownKeyException extends UnopenableException {

    private static final long serialVersionUID = 1L;

    /** With the id of the key. */
    public UnknownKeyException(String petitionId, String field, String keyId) {
        super("field " + field + " of petition " + petitionId + " is sealed for the key " + keyId + ", not held", null);
    }
}
