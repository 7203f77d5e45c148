package org.redress.notification.writing;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.notification.notifications.Template;

/**
 * The words of a mail to a petitioner. Others may read it on its way: it says that something is there and where to read
 * it, and no more of the petitioner than the name.
 */
final class PetitionerText {

    private static final int LONGEST_NAME = 60;

    private PetitionerText() {}

    static Text of(Template template, PetitionContact contact, @Nullable String receipt, String day, String portal) {
        Wording wording = Wording.in(Objects.requireNonNullElse(contact.language(), ""));
        return wording.text(
                template,
                Map.of(
                        "greeting",
                        greeting(contact, wording),
                        "receipt",
                        Objects.requireNonNullElse(receipt, ""),
                        "day",
                        day,
                        "portal",
                        portal));
    }

    private static String greeting(PetitionContact contact, Wording wording) {
        String name = contact.anonymous() ? "" : oneLine(contact.name());
        return wording.say(name.isEmpty() ? "greeting.unnamed" : "greeting.named", Map.of("name", name));
    }

    private static String oneLine(@Nullable String name) {
        String clean =
                name == null ? "" : name.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
    }
}
