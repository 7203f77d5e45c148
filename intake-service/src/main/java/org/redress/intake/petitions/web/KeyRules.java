package org.redress.intake.petitions.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.Submitter;
import org.redress.platform.web.Message;

/** An adapter names its requests as it likes; anybody else needs a key nobody can guess, or none. */
public final class KeyRules {

    /** The header that names a request. */
    public static final String HEADER = "Idempotency-Key";

    /** The header of an answer that was given before. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private static final TextRule EXTERNAL_ID = TextRule.line(100);
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,255}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F-]*");
    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{22,255}");
    private static final int HEX_DIGITS = 32;
    // 128 random bits in 22 and more symbols repeat themselves, but not this much.
    private static final int DIFFERENT_SYMBOLS = 8;

    private KeyRules() {}

    /** The key without its quotation marks; absent when none was sent. */
    public static @Nullable String key(Findings findings, Submitter submitter, @Nullable String header) {
        if (header == null) {
            return null;
        }
        String key = unquoted(header.strip());
        if (submitter.isAdapter()) {
            if (!VISIBLE.matcher(key).matches()) {
                findings.add(HEADER, "field.key", "accepted.key");
            }
        } else if (!isRandom(key)) {
            findings.add(HEADER, "field.key", "accepted.random-key");
        }
        return key;
    }

    static @Nullable String externalId(Findings findings, Submitter submitter, @Nullable String externalId) {
        String id = EXTERNAL_ID.optional(findings, "externalId", externalId);
        if (id != null && !submitter.isAdapter()) {
            findings.add("externalId", Message.of("field.adapters-only"), null);
        }
        return id;
    }

    private static boolean isRandom(String key) {
        boolean hexadecimal = HEXADECIMAL.matcher(key).matches();
        long digits = key.chars().filter(symbol -> symbol != '-').count();
        return RANDOM.matcher(key).matches()
                && (!hexadecimal || digits >= HEX_DIGITS)
                && key.chars().distinct().count() >= DIFFERENT_SYMBOLS;
    }

    // The header is a quoted string by its draft standard; many send it bare.
    private static String unquoted(String header) {
        boolean quoted = header.length() >= 2 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }
}
