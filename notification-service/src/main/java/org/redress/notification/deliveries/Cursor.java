package org.redress.notification.deliveries;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The place after which a page goes on.
 *
 * @param plannedAt business time of the last one, in milliseconds
 * @param notification its notification
 * @param number its number there
 */
public record Cursor(Instant plannedAt, String notification, int number) {

    private static final int PARTS = 3;

    /** As it is given out. */
    public String text() {
        String plain = plannedAt.toEpochMilli() + " " + number + " " + notification;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads one that was given out; empty for anything else. */
    public static Optional<Cursor> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", PARTS);
            return parts.length < PARTS
                    ? Optional.empty()
                    : Optional.of(new Cursor(
                            Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[2], Integer.parseInt(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
