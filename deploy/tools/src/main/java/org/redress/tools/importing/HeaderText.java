package org.redress.tools.importing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a text so that an HTTP header can carry it. */
final class HeaderText {

    /** The longest key intake takes. */
    static final int LONGEST = 255;

    private HeaderText() {}

    /**
     * The text itself where it is visible ASCII; otherwise its UTF-8 bytes, percent-encoded where they are not. What
     * would be too long then is its digest.
     */
    static String of(String text) {
        String encoded = encoded(text);
        return encoded.length() <= LONGEST ? encoded : "sha256-" + sha256(text);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
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
