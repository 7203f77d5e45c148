package org.redress.local.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where commands write to.
 *
 * @param out for results
 * @param err for sentences about what went wrong
 */
public record Terminal(PrintStream out, PrintStream err) {

    /** The process's own streams, in UTF-8 whatever the locale says. */
    public static Terminal standard() {
        return new Terminal(utf8(FileDescriptor.out), utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Writes one line of a result. */
    public void line(String text) {
        out.println(text);
    }

    /** Writes one sentence about what went wrong. */
    public void error(String sentence) {
        err.println(sentence);
    }
}
