package org.redress.routing.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.organisation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A written notice 告知书 to print, in the petitioner's language: what was told to them, and nothing that only officers read. */
@Controller
class NoticePage {

    /** Lines of a history that are told in writing, with the articles that say so. */
    private static final Map<What, String> TOLD = Map.of(
            What.ACCEPTED, "《信访工作条例》 23",
            What.DECLINED, "《信访工作条例》 23",
            What.LED_ELSEWHERE, "《信访工作条例》 31",
            What.EXTENDED, "《信访工作条例》 34");

    private static final List<String> ANSWERED_BY = List.of("handle", "simplified", "answer");

    private final Cases cases;
    private final SealedTexts texts;
    private final CaseViews views;
    private final CaseRows rows;
    private final Editions editions;
    private final MessageSource messages;
    private final ZoneId zone;

    NoticePage(
            Cases cases,
            SealedTexts texts,
            CaseViews views,
            CaseRows rows,
            Editions editions,
            MessageSource messages,
            ZoneId zone) {
        this.cases = cases;
        this.texts = texts;
        this.views = views;
        this.rows = rows;
        this.editions = editions;
        this.messages = messages;
        this.zone = zone;
    }

    /**
     * A notice, as it is printed.
     *
     * @param language language of its words
     * @param organisation who tells
     * @param title its heading
     * @param to to whom and where it goes, line by line
     * @param sentences what is told
     * @param words the reason and where to go, as they were written to the petitioner; absent where there are none
     * @param basis which article says so
     * @param day the day it was decided
     */
    record Notice(
            String language,
            String organisation,
            String title,
            List<String> to,
            List<String> sentences,
            @Nullable String words,
            String basis,
            LocalDate day) {}

    /** True for a line of a history that is told in writing. */
    static boolean isTold(HistoryEntry entry) {
        return TOLD.containsKey(entry.what());
    }

    /**
     * Opens name and address to write to the petitioner, which is written down and which the petitioner can see; for who only
     * reads the case the notice names nobody.
     */
    @PostMapping("/cases/{petitionId}/notices/{line}")
    @PreAuthorize("hasAnyRole('officer', 'supervisor')")
    String print(@PathVariable String petitionId, @PathVariable int line, Authentication token, Model model) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = cases.find(petitionId, reader).orElseThrow(NoticePage::notFound);
        if (!cases.mayOpen(petitionId, reader)) {
            throw Readers.refused(petitionCase, reader);
        }
        List<HistoryEntry> history = petitionCase.history();
        if (line < 0 || line >= history.size() || !isTold(history.get(line))) {
            return closed(petitionId);
        }
        HistoryEntry entry = history.get(line);
        Actor by = reader.actingOn(petitionCase, editions.active().organisation());
        // What is refused opens no address.
        String words = words(petitionCase, entry, reader, by);
        Optional<PetitionContact> contact = cases.mayContact(petitionCase, reader)
                ? texts.contact(petitionCase, ContactPurpose.WRITE, by)
                : Optional.empty();
        Locale locale =
                contact.filter(known -> known.language().equals("en")).isPresent() ? Locale.ENGLISH : Locale.CHINESE;
        model.addAttribute("petitionId", petitionId);
        model.addAttribute("notice", notice(petitionCase, entry, contact, words, locale));
        return "routing/notice";
    }

    /** Whoever comes back to a notice, such as in another language, prints it again. */
    @GetMapping("/cases/{petitionId}/notices/{line}")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
    String closed(@PathVariable String petitionId) {
        return "redirect:/cases/" + petitionId;
    }

    /** What was written to the petitioner, where the reader may read it. */
    private @Nullable String words(PetitionCase petitionCase, HistoryEntry entry, Caller reader, Actor by) {
        Optional<TextEntry> text = petitionCase.texts().stream()
                .filter(each -> each.id().equals(entry.textId()))
                .findFirst();
        if (text.isEmpty()) {
            return null;
        }
        if (!cases.mayRead(petitionCase, text.get(), reader, true, views.today(petitionCase))) {
            throw Readers.refused(petitionCase, reader);
        }
        return texts.read(petitionCase, text.get(), by);
    }

    private Notice notice(
            PetitionCase petitionCase,
            HistoryEntry entry,
            Optional<PetitionContact> contact,
            @Nullable String words,
            Locale locale) {
        return new Notice(
                locale.getLanguage(),
                rows.unit(editions.active().organisation().root().code(), locale),
                word("notice." + entry.name(), locale),
                addressee(petitionCase, contact, locale),
                sentences(petitionCase, entry, locale),
                words,
                TOLD.getOrDefault(entry.what(), ""),
                day(entry.at()));
    }

    /** One name and their number where many petition: the others are named to nobody. */
    private List<String> addressee(PetitionCase petitionCase, Optional<PetitionContact> contact, Locale locale) {
        String name = contact.map(PetitionContact::name).orElseGet(() -> word("notice.petitioner", locale));
        int people = petitionCase.registration().petition().headCount();
        String named = people > 1 ? word("notice.and-others", locale, name, people) : name;
        return Stream.concat(Stream.of(named), contact.map(PetitionContact::address).stream())
                .toList();
    }

    private List<String> sentences(PetitionCase petitionCase, HistoryEntry entry, Locale locale) {
        List<String> sentences = new ArrayList<>();
        String receipt = petitionCase.registration().petition().receipt();
        sentences.add(word(
                "notice.about",
                locale,
                receipt == null ? PetitionCase.numberOf(petitionCase.id()) : receipt,
                day(petitionCase.registration().petition().receivedAt()).toString()));
        String detail = Objects.requireNonNullElse(rows.detail(entry, locale), "");
        sentences.add(
                word("notice." + entry.name() + ".says", locale, day(entry.at()).toString(), detail));
        boolean moved = petitionCase.history().stream().anyMatch(each -> each.what() == What.EXTENDED);
        // After an extension its own notice says the day.
        if (entry.what() == What.EXTENDED || (entry.what() == What.ACCEPTED && !moved)) {
            petitionCase.clocks().running().stream()
                    .filter(clock -> ANSWERED_BY.contains(clock.kind()))
                    .findFirst()
                    .ifPresent(clock -> sentences.addAll(until(clock, locale)));
        }
        if (petitionCase.registration().petition().receipt() != null) {
            sentences.add(word("notice.follow", locale));
        }
        return List.copyOf(sentences);
    }

    /** The day and how it was counted, without the post that decided on it. */
    private List<String> until(Clock clock, Locale locale) {
        return List.of(
                word("notice.until", locale, clock.dueOn().toString()),
                clock.explanation().unnamed().text(locale));
    }

    private String word(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found"));
    }
}
