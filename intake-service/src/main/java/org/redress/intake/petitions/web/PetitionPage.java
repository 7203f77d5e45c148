package org.redress.intake.petitions.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.Channel;
import org.redress.intake.petitions.Purpose;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.units.Units;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Where anybody hands a petition in by a form, by the rules of the interface, and gets the receipt at once. */
@Controller
class PetitionPage {

    /** Longer lists of units are not shown: their codes are written down. */
    private static final int MOST_LISTED = 500;

    private final PetitionDoor door;
    private final Units units;
    private final MessageSource messages;

    PetitionPage(PetitionDoor door, Units units, MessageSource messages) {
        this.door = door;
        this.units = units;
        this.messages = messages;
    }

    /**
     * What the form holds; nothing that is left blank is null.
     *
     * @param key names the form, so that it is taken once however often it is sent
     * @param about whom it is about, in the petitioner's words
     */
    record Form(
            @Nullable String key,
            @Nullable String purpose,
            @Nullable String unit,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String place,
            @Nullable String about,
            @Nullable String headCount,
            @Nullable String occurredOn,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String anonymous) {

        static final Form BLANK = new Form(
                null, Purpose.APPEAL.wireName(), null, null, null, null, null, null, null, null, null, null, null);

        /** As the interface takes it; a number that is none becomes one that is refused. */
        PetitionRequest request(Locale locale) {
            return new PetitionRequest(
                    Channel.WEB.wireName(),
                    lines(subject),
                    lines(text),
                    blankToNull(purpose),
                    blankToNull(unit),
                    blankToNull(place),
                    blankToNull(about) == null
                            ? null
                            : List.of(new PetitionRequest.AboutRequest(null, null, lines(about))),
                    number(blankToNull(headCount)),
                    blankToNull(occurredOn),
                    null,
                    null,
                    new PetitionRequest.PetitionerRequest(
                            blankToNull(name),
                            blankToNull(phone),
                            blankToNull(email),
                            null,
                            null,
                            blankToNull(anonymous) != null,
                            null,
                            Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en",
                            null,
                            null,
                            null),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static @Nullable Integer number(@Nullable String written) {
            if (written == null) {
                return null;
            }
            return written.strip().matches("\\d{1,6}") ? Integer.valueOf(written.strip()) : Integer.valueOf(0);
        }

        private static @Nullable String blankToNull(@Nullable String written) {
            return written == null || written.isBlank() ? null : written;
        }

        /** Browsers send line ends as carriage return and line feed. */
        private static @Nullable String lines(@Nullable String written) {
            return written == null ? null : written.replace("\r\n", "\n");
        }
    }

    @GetMapping("/petition")
    String form(Locale locale, Model model) {
        return show(Form.BLANK, locale, model);
    }

    /** The access code is shown once, here, and stands in no address. */
    @PostMapping("/petition")
    String submit(@ModelAttribute Form form, Locale locale, HttpServletResponse response, Model model) {
        try {
            model.addAttribute(
                    "slip",
                    door.submit(form.request(locale), Submitter.PUBLIC, form.key())
                            .slip());
            return "intake/receipt";
        } catch (RefusedException e) {
            model.addAttribute("refusal", FormRefusal.of(e, messages, locale, response));
            return show(form, locale, model);
        }
    }

    private String show(Form form, Locale locale, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("key", form.key() == null ? UUID.randomUUID().toString() : form.key());
        model.addAttribute(
                "purposes",
                Arrays.stream(Purpose.values())
                        .filter(purpose -> purpose != Purpose.THANKS)
                        .map(purpose -> new Code(
                                purpose.wireName(),
                                messages.getMessage("purpose." + purpose.wireName(), null, locale),
                                null))
                        .toList());
        List<Code> known = units.all(locale);
        model.addAttribute("units", known.size() > MOST_LISTED ? List.of() : known);
        return "intake/petition";
    }
}
