package org.redress.notification.notifications;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What carries messages. */
public enum ChannelKind {
    /** E-mail: to petitioners, to whoever holds a post and to the configured address. */
    EMAIL,
    /** A signed webhook: to the adapter that submitted the petition. */
    WEBHOOK;

    /** The channels by which a recipient is told, each with a message of its own. */
    public static List<ChannelKind> reaching(String recipient) {
        boolean adapter = recipient.equals(Entry.ADAPTER) || recipient.startsWith(Entry.ADAPTER + ":");
        return List.of(adapter ? WEBHOOK : EMAIL);
    }

    /** The one of this name; empty for one that only a newer release knows. */
    public static Optional<ChannelKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Its name outside: in the delivery log, in events, in metrics. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the lane in which messages to a recipient wait: those of one lane are claimed together. */
    String lane(String recipient) {
        return switch (this) {
            case EMAIL -> key();
            case WEBHOOK -> key() + recipient.substring(Entry.ADAPTER.length());
        };
    }
}
