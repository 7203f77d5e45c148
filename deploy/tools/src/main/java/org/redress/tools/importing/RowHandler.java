package org.redress.tools.importing;

/** Takes the rows of a file, in their order. */
interface RowHandler {

    /** Takes one row. */
    void row(Row row) throws InterruptedException;

    /** Told of a row that cannot be read as one. */
    void unreadable(long line, String reason);
}
