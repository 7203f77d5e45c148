package org.redress.platform.publishing;

import org.jspecify.annotations.Nullable;

/** A stored document that this version cannot read, or must not touch since a newer one wrote it; no other is concerned. */
public final class UnreadableDocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String id;

    UnreadableDocumentException(String collection, String id, String why, @Nullable Throwable cause) {
        super(collection + " " + id + ": " + why, cause);
        this.id = id;
    }

    /** Id of the document. */
    public String id() {
        return id;
    }
}
