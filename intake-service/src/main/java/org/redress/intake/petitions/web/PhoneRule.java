package org.redress.intake.petitions.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.Message;

/** A telephone number with its extension, as people write it: every digit is kept, or the number is refused. */
final class PhoneRule {

    /** Digits enough to be a number of its own. */
    private static final int WHOLE_NUMBER = 7;

    private static final Pattern FORM = Pattern.compile("\\+?[\\d\\s().-]+");
    private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{2,3}[ -]?\\d{4}");
    private static final Pattern SEPARATOR = Pattern.compile("[,;/|、\\n]|或|和|\\s+");
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)(?<number>.*?\\d[\\s)]*)[,;]?\\s*(?:转|轉|分机号?|分機|内线|內線|extension|ext|extn|x|#|ext=)[\\s:.]*(?<extension>\\d{1,8})");
    private static final Pattern BEHIND_HYPHEN = Pattern.compile("(?<number>.*\\d)\\s*-\\s*(?<extension>\\d{1,6})");

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String region;

    PhoneRule(String region) {
        this.region = region;
    }

    /** The number in one form, {@code +861088886666;ext=8001}; absent when there is none or it is wrong. */
    @Nullable
    String check(Findings findings, String field, @Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = plain(written);
        Optional<String> number =
                whole(text).or(() -> extended(EXTENSION.matcher(text))).or(() -> extended(BEHIND_HYPHEN.matcher(text)));
        if (number.isEmpty()) {
            String problem = isSeveral(text) ? "field.phones" : "field.phone";
            findings.add(field, Message.of(problem), Message.of("accepted.phone"));
        }
        return number.orElse(null);
    }

    /** Full width and every kind of hyphen count as plain; marks of no width come along when numbers are copied. */
    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\p{Pd}\u2212]", "-")
                .strip();
    }

    /** A number of a line in the place, without its area code: it is kept as it was written, and no machine calls it. */
    static boolean isLocal(@Nullable String written) {
        return written != null && LOCAL.matcher(plain(written)).matches();
    }

    private Optional<String> extended(Matcher matcher) {
        return matcher.matches()
                ? whole(matcher.group("number").strip()).map(number -> number + ";ext=" + matcher.group("extension"))
                : Optional.empty();
    }

    private Optional<String> whole(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = phones.parse(text, region);
            boolean kept = digits(text).endsWith(phones.getNationalSignificantNumber(number));
            return kept && phones.isValidNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isSeveral(String text) {
        return SEPARATOR
                        .splitAsStream(text)
                        .filter(part -> digits(part).length() >= WHOLE_NUMBER)
                        .count()
                > 1;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
