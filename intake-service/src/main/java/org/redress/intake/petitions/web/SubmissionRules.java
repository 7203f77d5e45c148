package org.redress.intake.petitions.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.intake.petitions.Channel;
import org.redress.intake.petitions.HeadCount;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.Purpose;
import org.redress.intake.petitions.Submission;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.petitions.web.PetitionRequest.OriginRequest;
import org.redress.intake.units.UnitCheck;
import org.redress.intake.units.Units;
import org.redress.platform.web.Message;
import org.redress.platform.web.UnavailableException;
import org.springframework.stereotype.Component;

/** The rules of a petition at the door, one field after the other; all that is wrong is told at once. */
@Component
class SubmissionRules {

    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);
    private static final TextRule CODE = TextRule.line(100);
    private static final TextRule CLAIM = TextRule.line(500);

    private final PetitionSettings settings;
    private final DateRules dates;
    private final ContactRules contacts;
    private final OriginRules origins;
    private final Units units;

    SubmissionRules(
            PetitionSettings settings, DateRules dates, ContactRules contacts, OriginRules origins, Units units) {
        this.settings = settings;
        this.dates = dates;
        this.contacts = contacts;
        this.origins = origins;
        this.units = units;
    }

    /**
     * The submission.
     *
     * @throws org.redress.platform.web.InvalidRequestException with every field that is wrong
     */
    Submission check(PetitionRequest request, Submitter submitter, @Nullable String idempotencyKey) {
        Findings findings = new Findings();
        String key = KeyRules.key(findings, submitter, idempotencyKey);
        Channel channel = channel(findings, submitter, request.channel());
        Purpose purpose = purpose(findings, request.purpose());
        String unit = CODE.optional(findings, "unit", request.unit());
        PetitionContent content = content(findings, submitter, request);
        var contact = contacts.check(findings, request.petitioner(), submitter.isAtTheDesk());
        HeadCount headCount = headCount(findings, submitter, request);
        var occurredOn = dates.occurredOn(findings, request.occurredOn());
        Instant receivedAt = receivedAt(findings, submitter, request.receivedAt());
        String externalId = KeyRules.externalId(findings, submitter, request.externalId());
        var origin = origins.check(findings, submitter, channel, request);
        throughSomebody(findings, submitter, channel, contact);
        thanks(findings, submitter, purpose, content);
        suggestions(findings, submitter, purpose, content);
        units(findings, unit, content.about());
        findings.settle();
        return new Submission(
                submitter,
                channel,
                purpose,
                unit,
                content,
                contact,
                headCount,
                occurredOn,
                receivedAt,
                externalId,
                origin,
                key,
                written(request));
    }

    /** What is wrong with these days is told of by their own rules. */
    private Submission.Written written(PetitionRequest request) {
        OriginRequest origin = request.origin();
        return new Submission.Written(
                dates.day(new Findings(), "receivedAt", request.receivedAt()),
                origin == null ? null : dates.day(new Findings(), "origin.receivedOn", origin.receivedOn()));
    }

    private static Channel channel(Findings findings, Submitter submitter, @Nullable String name) {
        if (name == null || name.isBlank()) {
            findings.add("channel", Message.of("field.missing"), Message.of("accepted.one-of", Channel.wireNames()));
            return Channel.WEB;
        }
        Channel channel = findings.choice("channel", name, Channel::of, Channel.wireNames());
        if (channel != null && channel != Channel.WEB && !submitter.isTrusted()) {
            findings.add("channel", "field.channel-adapters-only", Channel.WEB.wireName());
        }
        return channel == null ? Channel.WEB : channel;
    }

    /** That nothing is asked for, and so nothing owed, says somebody who read it; and it is about nobody. */
    private static void thanks(Findings findings, Submitter submitter, Purpose purpose, PetitionContent content) {
        if (purpose != Purpose.THANKS) {
            return;
        }
        if (!submitter.isTrusted()) {
            findings.add("purpose", Message.of("field.adapters-only"), null);
        }
        if (!content.about().isEmpty()) {
            findings.add("about", Message.of("field.thanks-about"), null);
        }
        if (!content.claims().isEmpty()) {
            findings.add("claims", Message.of("field.thanks-claims"), null);
        }
    }

    private static Purpose purpose(Findings findings, @Nullable String name) {
        String given = name == null || name.isBlank() ? Purpose.APPEAL.wireName() : name;
        Purpose purpose = findings.choice("purpose", given, Purpose::of, Purpose.wireNames());
        return Optional.ofNullable(purpose).orElse(Purpose.APPEAL);
    }

    private PetitionContent content(Findings findings, Submitter submitter, PetitionRequest request) {
        List<String> claims = claims(findings, "claims", request.claims());
        List<String> suggestions = claims(findings, "suggestions", request.suggestions());
        if (claims.size() + suggestions.size() > settings.claimsLimit()) {
            tooMany(findings, suggestions.isEmpty() ? "claims" : "suggestions");
        }
        return new PetitionContent(
                TextRule.line(settings.subjectLimit()).required(findings, "subject", request.subject()),
                TextRule.text(settings.textLimit()).required(findings, "text", request.text()),
                TextRule.line(settings.placeLimit()).optional(findings, "place", request.place()),
                AboutRules.check(findings, request.about(), settings.aboutLimit()),
                topic(findings, submitter, request.topic()),
                Stream.concat(claims.stream(), suggestions.stream()).toList(),
                submitter.mentioned(),
                suggestions.isEmpty() ? null : suggestions.size());
    }

    private void tooMany(Findings findings, String field) {
        findings.add(
                field,
                Message.of("field.too-many", settings.claimsLimit()),
                Message.of("accepted.claims", settings.claimsLimit(), CLAIM.limit()));
    }

    private List<String> claims(Findings findings, String field, @Nullable List<@Nullable String> written) {
        List<@Nullable String> all = written == null ? List.of() : written;
        if (all.size() > settings.claimsLimit()) {
            tooMany(findings, field);
            return List.of();
        }
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String claim = CLAIM.optional(findings, field + "[" + i + "]", all.get(i));
            if (claim != null) {
                claims.add(claim);
            }
        }
        return claims;
    }

    /** Only what an appeal suggests beside what it asks for is set apart, by somebody who read it. */
    private static void suggestions(Findings findings, Submitter submitter, Purpose purpose, PetitionContent content) {
        if (content.suggestions() == null) {
            return;
        }
        if (!submitter.isTrusted()) {
            findings.add("suggestions", Message.of("field.adapters-only"), null);
        }
        if (purpose != Purpose.APPEAL) {
            findings.add("suggestions", Message.of("field.suggestions"), null);
        }
    }

    private @Nullable String topic(Findings findings, Submitter submitter, @Nullable String written) {
        String code = CODE.optional(findings, "topic", written);
        if (code != null && !submitter.isTrusted()) {
            findings.add("topic", Message.of("field.adapters-only"), null);
        } else if (code != null && !units.hasTopic(code)) {
            findings.add("topic", Message.of("field.topic"), Message.of("accepted.topic"));
        }
        return code;
    }

    /** What comes on somebody's behalf says by whom: the petitioner and who speaks are two people. */
    private static void throughSomebody(
            Findings findings, Submitter submitter, Channel channel, @Nullable PetitionContact contact) {
        if (submitter.isAtTheDesk() && channel == Channel.ON_BEHALF && (contact == null || contact.through() == null)) {
            findings.add("petitioner.through.name", Message.of("field.missing"), Message.of("accepted.line", 100));
        }
    }

    /** An officer at the desk tells what was counted from what was said; an adapter knows; anybody else claims. */
    private HeadCount headCount(Findings findings, Submitter submitter, PetitionRequest request) {
        Integer said = people(findings, "headCount", request.headCount());
        Integer counted = people(findings, "counted", request.counted());
        if (counted != null && !submitter.isTrusted()) {
            findings.add("counted", Message.of("field.adapters-only"), null);
        } else if (counted != null) {
            return HeadCount.counted(counted, said);
        }
        int people = said == null ? 1 : said;
        return submitter.isAdapter() || (submitter.isAtTheDesk() && people == 1)
                ? HeadCount.known(people)
                : HeadCount.claimed(people);
    }

    private @Nullable Integer people(Findings findings, String field, @Nullable Integer written) {
        if (written != null && (written < 1 || written > settings.headCountLimit())) {
            findings.add(
                    field, Message.of("field.range"), Message.of("accepted.between", 1, settings.headCountLimit()));
        }
        return written;
    }

    private @Nullable Instant receivedAt(Findings findings, Submitter submitter, @Nullable String written) {
        if (written != null && !written.isBlank() && !submitter.isTrusted()) {
            findings.add("receivedAt", Message.of("field.adapters-only"), null);
            return null;
        }
        return submitter.isAtTheDesk() ? dates.deskReceived(findings, written) : dates.receivedAt(findings, written);
    }

    private void units(Findings findings, @Nullable String unit, List<About> about) {
        List<String> codes = new ArrayList<>();
        about.stream()
                .filter(entry -> entry.kind().equals(AboutRules.UNIT))
                .map(About::value)
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        if (unit != null) {
            codes.add(unit);
        }
        if (codes.isEmpty()) {
            return;
        }
        switch (units.check(codes)) {
            case UnitCheck.Known known -> {}
            case UnitCheck.NotTold notTold -> {
                // What is wrong anyway is told first: waiting would not mend it.
                findings.settle();
                throw new UnavailableException("units.not-told", UNTIL_TOLD);
            }
            case UnitCheck.Unknown unknown -> unknown(findings, unit, about, unknown);
        }
    }

    private static void unknown(
            Findings findings, @Nullable String unit, List<About> about, UnitCheck.Unknown unknown) {
        Message accepted = Message.of("accepted.unit", String.join(", ", unknown.examples()));
        if (unit != null && unknown.codes().contains(unit)) {
            findings.add("unit", Message.of("field.unit"), accepted);
        }
        for (int i = 0; i < about.size(); i++) {
            About entry = about.get(i);
            if (entry.kind().equals(AboutRules.UNIT) && unknown.codes().contains(entry.value())) {
                findings.add("about[" + i + "].unit", Message.of("field.unit"), accepted);
            }
        }
    }
}
