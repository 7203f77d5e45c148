package org.redress.intake.receipts;

import java.text.Normalizer;
import java.util.Locale;

/** Crockford's base 32: digits and letters that are told apart when read aloud or copied by hand. */
final class Crockford {

    static final int BASE = 32;

    private static final int BITS = 5;
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static char symbol(int value) {
        return SYMBOLS.charAt(value);
    }

    /** Value of a symbol, -1 for another character. */
    static int value(char symbol) {
        return SYMBOLS.indexOf(symbol);
    }

    /** The first bits of the bytes as this many symbols. */
    static String encode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(symbol(bitsAt(bytes, i * BITS)));
        }
        return text.toString();
    }

    /** What was meant: plain width, upper case, without blanks, hyphens and marks of no width, look-alikes replaced. */
    static String normalise(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}\u2212_]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
    }

    private static int bitsAt(byte[] bytes, int position) {
        int value = 0;
        for (int bit = position; bit < position + BITS; bit++) {
            int set = (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1;
            value = value << 1 | set;
        }
        return value;
    }
}
