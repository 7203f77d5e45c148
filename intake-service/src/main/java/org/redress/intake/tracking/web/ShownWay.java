package org.redress.intake.tracking.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.redress.intake.tracking.Unsealings;
import org.redress.platform.pages.ReadersLanguage;
import org.redress.platform.web.UnavailableException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.LocaleResolver;

/** The way of a petition on a page: where it stands, what happened, what can be asked for and who has opened it. */
@Component
public class ShownWay {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final WayAhead wayAhead;
    private final Unsealings unsealings;
    private final RequestSentences sentences;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final InstantSource clock;
    private final ZoneId zone;

    ShownWay(
            WayAhead wayAhead,
            Unsealings unsealings,
            RequestSentences sentences,
            MessageSource messages,
            LocaleResolver localeResolver,
            InstantSource clock,
            ZoneId zone) {
        this.wayAhead = wayAhead;
        this.unsealings = unsealings;
        this.sentences = sentences;
        this.messages = messages;
        this.locales = localeResolver;
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
     * @param role who, by unit and post, or that no person was
     * @param why for what
     * @param count how often that day
     */
    record Opened(String at, String role, String why, int count) {}

    /** Fills the page; who chose no language reads it in the petitioner's. */
    public String show(Petition petition, HttpServletRequest request, Model model) {
        ReadersLanguage.propose(request, petition.language());
        Locale locale = locales.resolveLocale(request);
        WayAhead.Ahead ahead = wayAhead.of(petition, locale);
        model.addAttribute("receipt", petition.receipt());
        model.addAttribute("asOf", when(clock.instant()));
        model.addAttribute("ahead", ahead);
        model.addAttribute("asks", ahead.asks().stream().map(AskForm::blank).toList());
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
        return "intake/way";
    }

    private List<Opened> opened(Petition petition, Locale locale) {
        return unsealings.of(petition.id(), locale).reversed().stream()
                .map(line -> new Opened(
                        when(line.at()),
                        word("opener", line.role(), line.role(), locale),
                        word("opened", line.why(), line.why(), locale),
                        line.count()))
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
        String came = outcome == null
                ? what
                : what + " · " + word("outcome", outcome, word("where", outcome, outcome, locale), locale);
        return stage.day() == null ? came : came + " · " + stage.day();
    }

    private String word(String kind, String value, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(kind + "." + value, null, otherwise, locale));
    }

    private String when(Instant moment) {
        return moment.atZone(zone).format(MOMENT);
    }
}
