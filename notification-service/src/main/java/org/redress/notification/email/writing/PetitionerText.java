package org.redress.notification.email.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.Refusal;
import org.redress.notification.notifications.Template;
import org.redress.platform.words.Characters;

/**
 * The words of a mail to a petitioner. Others may read it on its way: it says that something is there and where to read
 * it, and no more of the petitioner than the name.
 */
final class PetitionerText {

    private static final int LONGEST_NAME = 60;

    private PetitionerText() {}

    static Text of(
            Template template,
            PetitionContact contact,
            @Nullable String receipt,
            String day,
            Facts facts,
            String portal) {
        Wording wording = Wording.in(Objects.requireNonNullElse(contact.language(), ""));
        Map<String, String> values = new HashMap<>();
        values.put("greeting", greeting(contact, wording));
        values.put("receipt", Objects.requireNonNullElse(receipt, ""));
        values.put("day", day);
        values.put("portal", portal);
        String step = facts.step();
        values.put("step", step == null ? "" : wording.told(step));
        values.put("more", step == null ? "" : wording.more(step));
        Refusal refusal = facts.refusal();
        if (refusal != null) {
            values.put("request", wording.name("request", refusal.request()));
            values.put("reason", wording.reason(refusal.rule()));
        }
        return wording.text(template, values);
    }

    private static String greeting(PetitionContact contact, Wording wording) {
        String name = contact.anonymous() ? "" : oneLine(contact.name());
        return wording.say(name.isEmpty() ? "greeting.unnamed" : "greeting.named", Map.of("name", name));
    }

    private static String oneLine(@Nullable String name) {
        String clean =
                name == null ? "" : name.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        return Characters.first(clean, LONGEST_NAME);
    }
}
