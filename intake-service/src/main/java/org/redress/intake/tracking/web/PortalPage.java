package org.redress.intake.tracking.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Stage;
import org.redress.intake.petitions.web.Findings;
import org.redress.intake.tracking.Unsealings;
import org.redress.platform.pages.FirstPage;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.RefusedException;
import org.redress.platform.web.UnavailableException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where petitioners begin: whoever holds a receipt and its code sees the whole way, and who has read it. */
@Controller
class PortalPage implements FirstPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final SlipRules slips;
    private final Unsealings unsealings;
    private final RequestSentences sentences;
    private final MessageSource messages;
    private final InstantSource clock;
    private final ZoneId zone;

    PortalPage(
            SlipRules slips,
            Unsealings unsealings,
            RequestSentences sentences,
            MessageSource messages,
            InstantSource clock,
            ZoneId zone) {
        this.slips = slips;
        this.unsealings = unsealings;
        this.sentences = sentences;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * A step of the way.
     *
     * @param at when
     * @param what what happened
     * @param reason why a request could not be met; absent otherwise
     * @param refused true where a request could not be met
     */
    record Line(String at, String what, @Nullable String reason, boolean refused) {}

    /**
     * That somebody opened the petition.
     *
     * @param at when first
     * @param role who, by unit and post
     * @param why for what
     * @param count how often that day
     */
    record Opened(String at, String role, String why, int count) {}

    /** Whoever comes back to the way of a petition, such as in another language, shows the slip again: it is kept nowhere. */
    @GetMapping({"/", "/track"})
    String portal() {
        return "intake/portal";
    }

    /** The code is in the body: no address holds it, and none that is kept anywhere. */
    @PostMapping("/track")
    String track(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String accessCode,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            Findings findings = new Findings();
            SlipRules.check(findings, receipt, accessCode);
            findings.settle();
            show(slips.petitionOf(receipt, accessCode), locale, model);
            slips.count("shown");
            return "intake/way";
        } catch (RefusedException e) {
            model.addAttribute("refusal", FormRefusal.of(e, messages, locale, response));
            model.addAttribute("receipt", receipt);
            return "intake/portal";
        }
    }

    private void show(Petition petition, Locale locale, Model model) {
        model.addAttribute("receipt", petition.receipt());
        model.addAttribute("asOf", when(clock.instant()));
        model.addAttribute(
                "stages",
                petition.stages().reversed().stream()
                        .map(stage -> line(stage, locale))
                        .toList());
        try {
            model.addAttribute("opened", opened(petition, locale));
        } catch (UnavailableException e) {
            model.addAttribute("openedUnknown", true);
        }
    }

    private List<Opened> opened(Petition petition, Locale locale) {
        return unsealings.of(petition.id(), locale).reversed().stream()
                .map(line -> new Opened(
                        when(line.at()), line.role(), word("opened", line.why(), line.why(), locale), line.count()))
                .toList();
    }

    private Line line(Stage stage, Locale locale) {
        String rule = stage.rule();
        return new Line(
                when(stage.at()),
                what(stage, locale),
                rule == null ? null : sentences.sentence(rule, locale),
                rule != null);
    }

    private String what(Stage stage, Locale locale) {
        String what = word("stage", stage.stage(), word("stage", "other", "", locale), locale);
        String outcome = stage.outcome();
        String came = outcome == null ? what : what + " · " + word("outcome", outcome, outcome, locale);
        return stage.day() == null ? came : came + " · " + stage.day();
    }

    private String word(String kind, String value, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(kind + "." + value, null, otherwise, locale));
    }

    private String when(Instant moment) {
        return moment.atZone(zone).format(MOMENT);
    }
}
