package org.redress.tools.importing;

/** The import cannot go on; running it again later continues it. */
final class ImportStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportStoppedException(String message) {
        super(message);
    }
}
