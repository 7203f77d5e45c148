package org.redress.tools.importing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes a text so that an HTTP header can carry it. */
final class HeaderText {

    private HeaderText() {}

    /** The text itself where it is visible ASCII; otherwise its UTF-8 bytes, percent-encoded where they are not. */
    static String of(String text) {
        StringBuilder header = new StringBuilder(text.length());
        for (byte read : text.getBytes(StandardCharsets.UTF_8)) {
            if (read > ' ' && read <= '~' && read != '%') {
                header.append((char) read);
            } else {
                header.append('%').append(HexFormat.of().withUpperCase().toHexDigits(read));
            }
        }
        return header.toString();
    }
}
