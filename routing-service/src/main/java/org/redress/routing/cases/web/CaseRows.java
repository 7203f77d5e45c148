package org.redress.routing.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.platform.web.Message;
import org.redress.routing.cases.Detail;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.Mark;
import org.redress.routing.cases.Petition;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Registration;
import org.redress.routing.cases.Sending;
import org.redress.routing.cases.Sheet;
import org.redress.routing.classification.TopicNode;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.SupervisionLevel;
import org.redress.routing.procedure.Way;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts cases into words for lists and pages, by the names of today's organisation. */
@Component
class CaseRows {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final Editions editions;
    private final CaseViews views;
    private final LimitViews limits;
    private final OriginViews origins;
    private final TargetViews targets;
    private final Headings headings;
    private final MessageSource messages;
    private final ZoneId zone;

    CaseRows(
            Editions editions,
            CaseViews views,
            LimitViews limits,
            OriginViews origins,
            TargetViews targets,
            Headings headings,
            MessageSource messages,
            ZoneId zone) {
        this.editions = editions;
        this.views = views;
        this.limits = limits;
        this.origins = origins;
        this.targets = targets;
        this.headings = headings;
        this.messages = messages;
        this.zone = zone;
    }

    CaseRow of(PetitionCase petitionCase, Locale locale) {
        return of(petitionCase, null, locale);
    }

    /**
     * The same where a piece before is known.
     *
     * @param repeated number of what the same petitioner wrote before about the same topic; absent where nothing is known
     */
    CaseRow of(PetitionCase petitionCase, @Nullable String repeated, Locale locale) {
        Registration found = petitionCase.registration();
        return new CaseRow(
                petitionCase.id(),
                PetitionCase.numberOf(petitionCase.id()),
                number(found.petition()),
                headings.of(petitionCase, locale),
                petitionCase.heading() == null,
                tags(petitionCase, repeated, locale),
                word("channel", found.petition().channel(), locale),
                found.petition().headCount(),
                petitionCase.restricted(),
                unit(found.assignment().unit(), locale),
                holder(found.assignment().owner()),
                word("state", petitionCase.state(), locale),
                petitionCase.state().isOpen(),
                limits.first(petitionCase, views.today(petitionCase), locale).orElse(null),
                origins.inOneLine(petitionCase, locale),
                targets.inOneLine(petitionCase, locale),
                when(found.petition().receivedAt()),
                when(petitionCase.changedAt()));
    }

    private static @Nullable String number(Petition petition) {
        return petition.origin() == null
                ? petition.externalId()
                : petition.origin().number();
    }

    private List<String> tags(PetitionCase petitionCase, @Nullable String repeated, Locale locale) {
        List<String> tags = new ArrayList<>();
        if (repeated != null) {
            tags.add(messages.getMessage("cases.repeat", new Object[] {repeated}, locale));
        }
        if (petitionCase.registration().petition().isGroupVisit()) {
            tags.add(messages.getMessage("cases.group-visit", null, locale));
        }
        if (petitionCase.instance() != ReviewLevel.FIRST) {
            tags.add(word("instance", petitionCase.instance(), locale));
        }
        if (petitionCase.way() != Way.ORDINARY) {
            tags.add(word("way", petitionCase.way(), locale));
        }
        SupervisionLevel pushed = petitionCase.supervision();
        if (pushed != null) {
            tags.add(messages.getMessage("cases.supervised", new Object[] {word("level", pushed, locale)}, locale));
        }
        Mark mark = petitionCase.mark();
        if (mark != null) {
            tags.add(word("mark", mark.kind(), locale));
        }
        if (petitionCase.inCharge() != null && petitionCase.state().isOpen()) {
            tags.add(messages.getMessage("cases.in-charge", null, locale));
        }
        if (petitionCase
                .sheet()
                .filter(sheet -> sheet.state() == Sheet.State.RETURNING)
                .isPresent()) {
            tags.add(messages.getMessage("sheet.state.returning", null, locale));
        }
        if (petitionCase.saysOnlyMentioned()) {
            tags.add(messages.getMessage("cases.only-mentioned", null, locale));
        }
        Sending sending = petitionCase.sending();
        if (sending != null) {
            Object[] day = {sending.on().toString()};
            tags.add(messages.getMessage("cases.sending." + Names.of(sending.what()), day, locale));
        }
        if (petitionCase.isLimited()) {
            tags.add(messages.getMessage("cases.limited", null, locale));
        }
        if (petitionCase.isUntold()) {
            tags.add(messages.getMessage("cases.untold", null, locale));
        }
        return tags;
    }

    /** Why a case does not allow a step, with the day that a body outside set where it is that. */
    static Message rule(CaseRule rule, PetitionCase petitionCase) {
        PetitionOrigin origin = petitionCase.registration().petition().origin();
        String code = "case.rule." + Names.of(rule);
        LocalDate until = origin == null ? null : origin.returnableUntil();
        return rule == CaseRule.RETURN_IN_TIME && until != null ? Message.of(code, until) : Message.of(code);
    }

    /** A value's name, or what is written where there is none. */
    String word(String kind, Enum<?> value, Locale locale) {
        return word(kind, Names.of(value), locale);
    }

    String word(String kind, String value, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(kind + "." + value, null, value, locale));
    }

    /** What an entry of the history is about; absent when there is nothing to add. */
    @Nullable
    String detail(HistoryEntry entry, Locale locale) {
        String detail = entry.detail();
        if (detail == null) {
            return null;
        }
        return switch (entry.what()) {
            case STEP -> said(Detail.read(detail), locale);
            case ACCEPTED -> word("way", detail, locale);
            case LED_ELSEWHERE -> word("where", detail, locale);
            case OPINION_GIVEN -> word("outcome", detail, locale);
            case TAKEN_UP, REVIEW_ASKED -> word("instance", detail, locale);
            case SCREENED -> words(detail, List.of("screening"), locale);
            case SUPERVISED -> word("level", detail, locale);
            case SERVED -> words(detail, List.of("how", "served"), locale);
            case CONTACTED -> words(detail, List.of("how", "outcome"), locale);
            case RUNG_REACHED -> rung(detail, locale);
            case TRANSFERRED, ASSIGNED, OBJECTED, TAKEN_BACK, RETURNED_TWICE, INSISTED, UNIT_DECIDED ->
                unit(detail, locale);
            case REASSIGNED -> post(detail);
            case RECLASSIFIED -> topic(detail, locale);
            case SUPPLEMENT_REFUSED, WITHDRAWAL_REFUSED, REVIEW_REFUSED -> word("case.rule", detail, locale);
            // The id of a message says nothing to a reader.
            case NOT_REACHED -> null;
            default -> detail;
        };
    }

    /** The clock and how far it came: a word, a level of the ladder by its number, or one more week at the top. */
    private String rung(String written, Locale locale) {
        int blank = written.indexOf(' ');
        String rung = written.substring(blank + 1);
        int number = rung.lastIndexOf('-');
        String name = switch (number < 0 ? rung : rung.substring(0, number)) {
            case "level" -> messages.getMessage("case.rung-level", new Object[] {rung.substring(number + 1)}, locale);
            case "standing" -> word("rung", "standing", locale);
            default -> word("rung", rung, locale);
        };
        return word("clock", written.substring(0, blank), locale) + " " + name;
    }

    private String said(Detail detail, Locale locale) {
        return detail.parts().stream()
                .map(part -> switch (part.kind()) {
                    case "unit" -> unit(part.code(), locale);
                    case "lead", "assisting" -> word("part", part.kind(), locale) + " " + place(part.code(), locale);
                    case "post" -> post(part.code());
                    case "officer" -> officer(part.code());
                    case "day" -> part.code();
                    case "days" -> messages.getMessage("case.days", new Object[] {part.code()}, locale);
                    default -> word(part.kind(), part.code(), locale);
                })
                .collect(Collectors.joining(" · "));
    }

    /** The first word is of the first kind, the rest of the last, as far as they are named. */
    private String words(String written, List<String> kinds, Locale locale) {
        List<String> parts = List.of(written.split(" ", -1));
        return IntStream.range(0, parts.size())
                .mapToObj(index -> word(kinds.get(Math.min(index, kinds.size() - 1)), parts.get(index), locale))
                .collect(Collectors.joining(" "));
    }

    String topic(@Nullable String code, Locale locale) {
        return headings.topic(code, locale);
    }

    static String name(TopicNode node, Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? node.name() : node.english();
    }

    String unit(String code, Locale locale) {
        return organisation().unitName(code, locale);
    }

    /** A unit, or a post. */
    String place(String code, Locale locale) {
        return organisation().unit(code).isPresent() ? unit(code, locale) : post(code);
    }

    String holder(String post) {
        Post found = organisation().posts().get(post);
        return found == null ? post : found.name();
    }

    /** An officer's name with the id, by which commands call them. */
    String officer(String id) {
        return organisation().posts().values().stream()
                .filter(post -> post.officer().equals(id))
                .findFirst()
                .map(post -> post.name() + " (" + id + ")")
                .orElse(id);
    }

    /** Who did what an entry of the history tells; absent when nobody did. */
    @Nullable
    String by(HistoryEntry entry, Locale locale) {
        String post = entry.post();
        if (post == null || entry.officer() == null || entry.actingFor() == null) {
            return post == null ? null : post(post);
        }
        return messages.getMessage(
                "case.acting",
                new Object[] {name(entry.officer()), organisation().postTitle(post, locale), name(entry.actingFor())},
                locale);
    }

    /** An officer's name; the id of who is none any more. */
    String name(String officer) {
        return organisation().posts().values().stream()
                .filter(post -> post.officer().equals(officer))
                .findFirst()
                .map(Post::name)
                .orElse(officer);
    }

    String post(String id) {
        Post found = organisation().posts().get(id);
        return found == null ? id : found.title() + " " + found.name();
    }

    private Organisation organisation() {
        return editions.active().organisation();
    }

    /** A moment as people read it: with the year only when it is another one. */
    String when(Instant moment) {
        ZonedDateTime here = moment.atZone(zone);
        return here.format(here.getYear() == limits.today().getYear() ? THIS_YEAR : OTHER_YEAR);
    }
}
