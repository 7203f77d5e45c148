package org.redress.intake.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.desk.Desk;
import org.redress.intake.desk.Mentions;
import org.redress.intake.desk.Mentions.Mention;
import org.redress.intake.petitions.Channel;
import org.redress.intake.petitions.Purpose;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.petitions.web.KeyRules;
import org.redress.intake.petitions.web.PetitionDoor;
import org.redress.intake.units.Units;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the petition office records what came by letter, visit, telephone or sheet, by the rules of the interface. */
@Controller
@PreAuthorize("hasRole('officer')")
class DeskPage {

    private static final int MOST_LISTED = 500;

    /** What earlier pieces are looked for by, while it is typed. */
    private static final List<String> LOOKED_UP =
            List.of("petitioner.name", "petitioner.phone", "petitioner.idNumber", "origin.body", "origin.number");

    private final Desk desk;
    private final PetitionDoor door;
    private final DeskSlips slips;
    private final EarlierAtTheDesk earlier;
    private final Mentions mentions;
    private final Units units;
    private final MessageSource messages;

    DeskPage(
            Desk desk,
            PetitionDoor door,
            DeskSlips slips,
            EarlierAtTheDesk earlier,
            Mentions mentions,
            Units units,
            MessageSource messages) {
        this.desk = desk;
        this.door = door;
        this.slips = slips;
        this.earlier = earlier;
        this.mentions = mentions;
        this.units = units;
        this.messages = messages;
    }

    /** The form; what the next piece of a post bag has in common with the one before stands in the address. */
    @GetMapping("/desk")
    String form(@RequestParam Map<String, String> given, Authentication officer, Locale locale, Model model) {
        requireOpen(officer);
        return show(DeskBag.form(given, desk, officer.getName(), slips.today()), null, locale, model);
    }

    /** Records it and shows the receipt to print; the access code is shown here alone, and stands in no address. */
    @PostMapping("/desk")
    String record(
            @RequestParam Map<String, String> given,
            Authentication officer,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        requireOpen(officer);
        DeskForm form = new DeskForm(given);
        try {
            PetitionDoor.Receipt receipt = door.submit(
                    form.request(desk.officers(locale)),
                    Submitter.atTheDesk(officer.getName()).saying(form.onlyMentioned()),
                    form.key(),
                    submission -> {
                        earlier.requireNewNumber(submission.origin(), officer.getName(), locale);
                        requireAnswer(mentions.in(submission, officer.getName()), form);
                    });
            model.addAttribute("slip", slips.of(receipt.slip(), form));
            model.addAttribute("done", true);
            model.addAttribute("again", receipt.repeated());
            model.addAttribute("screens", form.isLeftToScreening());
            model.addAttribute("next", DeskBag.next(form));
            return "intake/desk-receipt";
        } catch (Unanswered asked) {
            model.addAttribute("mentions", asked.mentions);
            return show(form, null, locale, model);
        } catch (RefusedException e) {
            return show(form, FormRefusal.of(e, messages, locale, response), locale, model);
        }
    }

    /** Asks once; who does not answer leaves it to screening, as ever. */
    private static void requireAnswer(List<Mention> found, DeskForm form) {
        if (!form.isAskedOf(found)) {
            throw new Unanswered(found);
        }
    }

    /** Words name officers of whom the recorder was not asked yet. */
    private static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial") // never sent anywhere
        private final List<Mention> mentions;

        private Unanswered(List<Mention> mentions) {
            super("words name somebody", null, false, false);
            this.mentions = mentions;
        }
    }

    /** What the officer recorded that waits for a person to find out whom it is about, by numbers alone. */
    @GetMapping("/desk/recorded")
    String recorded(Authentication officer, Model model) {
        requireOpen(officer);
        model.addAttribute("waiting", mentions.unscreened(officer.getName()).orElse(null));
        return "intake/desk-recorded";
    }

    /** The form as it is, with what the officer may see of earlier pieces; nothing is kept of it. */
    @PostMapping("/desk/earlier")
    String earlier(@RequestParam Map<String, String> given, Authentication officer, Locale locale, Model model) {
        requireOpen(officer);
        DeskForm form = new DeskForm(given);
        model.addAttribute("earlier", earlier.of(form, officer.getName(), locale));
        return show(form, null, locale, model);
    }

    private void requireOpen(Authentication officer) {
        if (!desk.isOpenTo(officer.getName())) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("desk.closed"));
        }
    }

    private String show(DeskForm form, @Nullable FormRefusal refusal, Locale locale, Model model) {
        Optional<String> taken =
                Optional.ofNullable(refusal).map(told -> told.fields().get(KeyRules.HEADER));
        model.addAttribute("form", form);
        model.addAttribute("refusal", refusal);
        model.addAttribute("taken", taken.orElse(null));
        // What says something else than under its key is another piece: it is taken when it is sent again.
        model.addAttribute(
                "key",
                form.key() == null || taken.isPresent() ? UUID.randomUUID().toString() : form.key());
        model.addAttribute("wrong", new DeskFindings(refusal == null ? Map.of() : refusal.fields()));
        model.addAttribute(
                "channels",
                Code.of(Channel.class, "channel", messages, locale).stream()
                        // What comes by the public form is there already.
                        .filter(channel -> !channel.code().equals(Channel.WEB.wireName()))
                        .toList());
        model.addAttribute("purposes", Code.of(Purpose.class, "purpose", messages, locale));
        model.addAttribute("units", atMost(units.all(locale)));
        model.addAttribute("topics", units.topics(locale));
        model.addAttribute("officers", desk.officers(locale));
        model.addAttribute("looked", LOOKED_UP);
        return "intake/desk";
    }

    private static List<Code> atMost(List<Code> all) {
        return all.size() > MOST_LISTED ? List.of() : all;
    }
}
