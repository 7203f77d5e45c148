package org.redress.intake.desk.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.intake.desk.Desk;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.Petitions;
import org.redress.intake.petitions.Purpose;
import org.redress.intake.receipts.ReceiptSlip;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Receipts to hand over or to send, in the petitioner's language. */
@Component
class DeskSlips {

    private final Desk desk;
    private final Petitions petitions;
    private final MessageSource messages;
    private final PetitionSettings settings;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String address;

    DeskSlips(
            Desk desk,
            Petitions petitions,
            MessageSource messages,
            PetitionSettings settings,
            InstantSource clock,
            ZoneId zone,
            @Value("${redress.urls.intake}") String address) {
        this.desk = desk;
        this.petitions = petitions;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
        this.address = address;
    }

    /**
     * A receipt, as it is printed.
     *
     * @param language language of its words
     * @param organisation who took the petition
     * @param receipt number to ask with
     * @param accessCode secret to ask with
     * @param to name and address it goes to, line by line; empty when neither is known
     * @param next what happens next and by when, in sentences
     * @param address where to ask
     * @param words what stands beside these
     */
    record Slip(
            String language,
            String organisation,
            String receipt,
            String accessCode,
            List<String> to,
            List<String> next,
            String address,
            Words words) {}

    /**
     * Words of a slip in its language.
     *
     * @param title its heading
     * @param receipt name of the number
     * @param code name of the secret
     * @param days when it came and was recorded
     * @param where where to ask
     */
    record Words(String title, String receipt, String code, String days, String where) {}

    /** The day it is in the organisation's zone. */
    LocalDate today() {
        return day(clock.instant());
    }

    /** The receipt, with the days on which the petition came and was taken: a repeat prints the same. */
    Slip of(ReceiptSlip slip, DeskForm form) {
        Locale locale = form.of("petitioner.language").equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        Petition taken = petitions.withReceipt(slip.receipt()).orElseThrow();
        LocalDate received = day(taken.receivedAt());
        List<String> to = Stream.of("petitioner.name", "petitioner.address")
                .map(form::of)
                .filter(line -> !line.isBlank())
                .toList();
        return new Slip(
                locale.getLanguage(),
                desk.organisation(locale),
                slip.receipt(),
                slip.accessCode(),
                to,
                next(form, received, taken.reachable(), locale),
                address,
                new Words(
                        word("slip.title", locale),
                        word("portal.receipt", locale),
                        word("portal.code", locale),
                        word(
                                "slip.days",
                                locale,
                                received.toString(),
                                day(taken.submittedAt()).toString()),
                        word("slip.where", locale)));
    }

    private String word(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private List<String> next(DeskForm form, LocalDate received, boolean reachable, Locale locale) {
        String purpose = form.of("purpose").isBlank() ? Purpose.APPEAL.wireName() : form.of("purpose");
        LocalDate notice = received.plusDays(settings.noticeDays());
        Stream<String> next = purpose.equals(Purpose.THANKS.wireName())
                ? Stream.of(purpose)
                : Stream.concat(Stream.of("registered"), promise(purpose, notice, reachable).stream());
        return next.map(key ->
                        word("slip.next." + key, locale, received.toString(), settings.noticeDays(), notice.toString()))
                .toList();
    }

    /** Reports follow the rules of the discipline desk and owe no notice (Reg. 23(4), 30). */
    private Optional<String> promise(String purpose, LocalDate notice, boolean reachable) {
        if (purpose.equals(Purpose.REPORT.wireName())) {
            return Optional.of(purpose);
        }
        if (!reachable) {
            return Optional.of("look-up");
        }
        if (!notice.isBefore(today())) {
            return Optional.of(purpose);
        }
        // A day that has passed is promised to nobody.
        return purpose.equals(Purpose.SUGGESTION.wireName()) ? Optional.of("studied") : Optional.empty();
    }
}
