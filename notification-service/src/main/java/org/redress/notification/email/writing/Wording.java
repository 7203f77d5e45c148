package org.redress.notification.email.writing;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.contracts.Words;
import org.redress.notification.notifications.Deadline;
import org.redress.notification.notifications.Template;
import org.redress.platform.organisation.Directory;

/** The words of the mails, one file for each language; a name in braces stands for a value. */
public final class Wording {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final ResourceBundle ZH = bundle(Locale.CHINESE);
    private static final ResourceBundle EN = bundle(Locale.ENGLISH);

    private final ResourceBundle words;
    private final Locale locale;

    private Wording(ResourceBundle words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** English for {@code en}, otherwise Chinese. */
    public static Wording in(String language) {
        return Locale.ENGLISH.getLanguage().equals(language)
                ? new Wording(EN, Locale.ENGLISH)
                : new Wording(ZH, Locale.CHINESE);
    }

    /** Its language. */
    public Locale locale() {
        return locale;
    }

    /** Subject and body of a mail. */
    public Text text(Template template, Map<String, String> values) {
        return new Text(
                say(template.key() + ".subject", values),
                say(template.key() + ".body", values) + "\n\n" + words.getString("footer") + "\n");
    }

    /** A phrase with its values; a value is never read as a phrase. */
    public String say(String key, Map<String, String> values) {
        return PLACE.matcher(words.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(valueOf(key, place.group(1), values)));
    }

    /** The name of something configured, its code where the words have none for it. */
    public String name(String kind, String code) {
        String key = kind + "." + code;
        return words.containsKey(key) ? words.getString(key) : code;
    }

    /** Greets who holds a post: by name, or by title where an address was written down as the name. */
    public String greeting(Directory.Post post) {
        String name = post.name().isBlank() || post.name().contains("@")
                ? post.called().in(locale)
                : post.name();
        return say("greeting.officer", Map.of("name", name));
    }

    /** What a step is called in a mail to officers; as the history calls it where the mails have no other words. */
    String step(String step) {
        String key = "step." + step;
        return words.containsKey(key)
                ? words.getString(key)
                : Words.name("what", step, locale).orElse(step);
    }

    /** What a step is called to the petitioner; as officers call it where there are no other words. */
    String told(String step) {
        String key = "told." + step;
        return words.containsKey(key) ? words.getString(key) : name("step", step);
    }

    /** What the petitioner has to know beside a step. */
    String more(String step) {
        String key = "more." + step;
        return words.getString(words.containsKey(key) ? key : "more.other");
    }

    /** The name of a kind of clocks: as it is said of limits, or as the organisation calls it. */
    public String clock(String kind, Directory organisation) {
        String key = "clock." + kind;
        return words.containsKey(key) ? words.getString(key) : organisation.clockName(kind, locale);
    }

    /** Why a request was refused; a rule the words have not heard of yet has a sentence all the same. */
    public String reason(String rule) {
        String key = "rule." + rule;
        return words.getString(words.containsKey(key) ? key : "rule.other");
    }

    /** The name of the rung a limit reached; empty where it is about none. */
    public String rung(Deadline deadline) {
        String rung = deadline.rung();
        if (rung == null) {
            return "";
        }
        if (rung.startsWith("level-")) {
            return say("rung.level", Map.of("level", Integer.toString(deadline.level())));
        }
        return rung.startsWith("standing-") ? words.getString("rung.standing") : name("rung", rung);
    }

    private static String valueOf(String key, String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing to say for {" + name + "} in " + key);
        }
        return value;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "org.redress.notification.wording",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
