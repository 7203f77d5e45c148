package org.redress.intake.petitions.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContact.Through;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.web.PetitionRequest.PetitionerRequest;
import org.redress.intake.petitions.web.PetitionRequest.ThroughRequest;
import org.redress.platform.web.Message;
import org.redress.platform.words.MailAddresses;
import org.springframework.stereotype.Component;

/** Who petitions can be reached as they say, or says nothing. */
@Component
public class ContactRules {

    private static final TextRule NAME = TextRule.line(100);
    private static final TextRule ADDRESS = TextRule.line(200);
    private static final TextRule WORD = TextRule.line(254);
    private static final Pattern ID_NUMBER = Pattern.compile("[0-9A-Za-z()-]{4,32}");
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Set<String> WAYS = Set.of("phone", "email", "letter");

    private final PhoneRule phones;
    private final PetitionSettings settings;

    ContactRules(PetitionSettings settings) {
        this.settings = settings;
        this.phones = new PhoneRule(settings.phoneRegion());
    }

    /** The contact of a petition that is handed in by somebody; absent when nothing was said of the petitioner. */
    @Nullable
    PetitionContact check(Findings findings, @Nullable PetitionerRequest petitioner) {
        return check(findings, petitioner, false);
    }

    /**
     * The contact; absent when nothing was said of the petitioner.
     *
     * @param atTheDesk true where an officer writes it, who knows the place of a number without an area code
     */
    public @Nullable PetitionContact check(
            Findings findings, @Nullable PetitionerRequest petitioner, boolean atTheDesk) {
        if (petitioner == null) {
            return null;
        }
        String name = NAME.optional(findings, "petitioner.name", petitioner.name());
        String written = WORD.optional(findings, "petitioner.phone", petitioner.phone());
        boolean local = atTheDesk && PhoneRule.isLocal(written);
        String phone = local ? null : phones.check(findings, "petitioner.phone", written);
        String email = email(findings, WORD.optional(findings, "petitioner.email", petitioner.email()));
        String idNumber = idNumber(findings, WORD.optional(findings, "petitioner.idNumber", petitioner.idNumber()));
        List<String> representatives = representatives(findings, petitioner.representatives());
        String way = choice(findings, "petitioner.preferredContact", petitioner.preferredContact(), WAYS);
        reachable(findings, way, local ? written : phone, email);
        String language = choice(findings, "petitioner.language", petitioner.language(), LANGUAGES);
        boolean anonymous = Boolean.TRUE.equals(petitioner.anonymous());
        return new PetitionContact(
                name,
                phone,
                email,
                idNumber,
                representatives,
                anonymous,
                way,
                language == null ? "zh" : language,
                written,
                ADDRESS.optional(findings, "petitioner.address", petitioner.address()),
                ADDRESS.optional(findings, "petitioner.remark", petitioner.remark()),
                through(findings, petitioner.through()));
    }

    private static @Nullable Through through(Findings findings, @Nullable ThroughRequest through) {
        return through == null
                ? null
                : new Through(
                        NAME.required(findings, "petitioner.through.name", through.name()),
                        NAME.required(findings, "petitioner.through.relation", through.relation()));
    }

    private static @Nullable String email(Findings findings, @Nullable String written) {
        if (written == null) {
            return null;
        }
        String address = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (MailAddresses.deliverable(address) == null) {
            String problem = MailAddresses.needsUtf8(address) ? "field.email-local" : "field.email";
            findings.add("petitioner.email", problem, "accepted.email");
        }
        return address;
    }

    private static @Nullable String idNumber(Findings findings, @Nullable String written) {
        if (written == null) {
            return null;
        }
        String number = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (!ID_NUMBER.matcher(number).matches()) {
            findings.add("petitioner.idNumber", "field.id-number", "accepted.id-number");
        }
        return number;
    }

    private List<String> representatives(Findings findings, @Nullable List<@Nullable String> written) {
        String field = "petitioner.representatives";
        int limit = settings.representativesLimit();
        List<String> names = new ArrayList<>();
        if (written == null) {
            return names;
        }
        if (written.size() > limit) {
            findings.add(field, Message.of("field.too-many", limit), Message.of("accepted.at-most", limit));
            return names;
        }
        for (int i = 0; i < written.size(); i++) {
            names.add(NAME.required(findings, field + "[" + i + "]", written.get(i)));
        }
        return names;
    }

    private static @Nullable String choice(
            Findings findings, String field, @Nullable String written, Set<String> choices) {
        String name = written == null || written.isBlank() ? null : written;
        String accepted =
                choices.stream().sorted().reduce((a, b) -> a + ", " + b).orElse("");
        return findings.choice(field, name, word -> Optional.of(word).filter(choices::contains), accepted);
    }

    private static void reachable(
            Findings findings, @Nullable String way, @Nullable String phone, @Nullable String email) {
        if ("phone".equals(way) && phone == null) {
            findings.add("petitioner.phone", Message.of("field.preferred-missing"), Message.of("accepted.phone"));
        }
        if ("email".equals(way) && email == null) {
            findings.add("petitioner.email", Message.of("field.preferred-missing"), Message.of("accepted.email"));
        }
    }
}
