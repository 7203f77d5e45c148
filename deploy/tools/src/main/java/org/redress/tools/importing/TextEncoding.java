package org.redress.tools.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.tools.UsageException;

/**
 * The encoding of a text file: what its byte order mark says; otherwise UTF-16 where it holds NUL bytes, UTF-8 where all
 * of it is UTF-8, or GB18030 (which holds GBK and GB2312) where all of it is that.
 */
public final class TextEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int HEAD = 4096;

    private TextEncoding() {}

    /**
     * Finds it by reading the whole file.
     *
     * @throws UsageException when it is none of these, or UTF-8 with some damaged lines
     */
    public static Charset of(Path path) throws IOException {
        byte[] head = head(path);
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                return i % 2 == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
            }
        }
        if (decodes(path, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        refuseDamaged(path);
        if (decodes(path, GB18030)) {
            return GB18030;
        }
        throw new UsageException(
                path + " is neither UTF-8 nor UTF-16 nor GB18030. Save it as UTF-8 and run the import again.");
    }

    /** How a spreadsheet that is taken for a text would be named; absent for everything else. */
    static @Nullable String spreadsheetKind(Path path) throws IOException {
        byte[] head = head(path);
        if (startsWith(head, 'P', 'K') && head.length > 3 && head[2] == 3 && head[3] == 4) {
            return ".xlsx";
        }
        return startsWith(head, 0xD0, 0xCF) ? ".xls" : null;
    }

    /** Opens a file without its byte order mark. */
    public static LineNumberReader open(Path path, Charset charset) throws IOException {
        LineNumberReader reader = new LineNumberReader(Files.newBufferedReader(path, charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length > 1 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }

    private static boolean decodes(Path path, Charset charset) throws IOException {
        try (Reader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), charset.newDecoder()))) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Damaged UTF-8 may by chance decode as GB18030, and would then be imported as nonsense. */
    private static void refuseDamaged(Path path) throws IOException {
        long right = 0;
        long wrong = 0;
        long firstWrong = 0;
        long number = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                number++;
                if (isUtf8(line)) {
                    right += isAscii(line) ? 0 : 1;
                } else {
                    firstWrong = wrong++ == 0 ? number : firstWrong;
                }
            }
        }
        if (right > wrong) {
            throw new UsageException(path + " is UTF-8 but for " + (wrong == 1 ? "one line" : wrong + " lines")
                    + " (first wrong byte on line " + firstWrong + "). Mend it and run the import again.");
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            line.write(read);
            if (read == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The names an encoding may be asked for by. */
    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: '" + name + "' is no encoding; take one of "
                    + String.join(", ", List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) + ".");
        }
    }
}
