package org.redress.tools.importing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line of a file that is not UTF-8. */
final class TextCheck {

    private TextCheck() {}

    /** The first line with a byte that is not UTF-8, from 1. */
    static long firstWrongLine(Path path) {
        try {
            return search(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long search(Path path) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (int read = in.read(); read >= 0; read = in.read()) {
                line.write(read);
                if (read == '\n') {
                    if (!isUtf8(line.toByteArray())) {
                        return number;
                    }
                    number++;
                    line.reset();
                }
            }
        }
        return number;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
