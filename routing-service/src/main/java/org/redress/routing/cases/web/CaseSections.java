package org.redress.routing.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Words;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Caller.Role;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.cases.Ledger;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Telling;
import org.redress.routing.cases.Tellings;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.configuration.Names;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.springframework.stereotype.Component;

/** What happened to a case, part by part: how it was handled, what went to and came from the petitioner, what left a trace. */
@Component
class CaseSections {

    private static final int MOST_TOGETHER = 5;

    private static final Set<What> WITH_THE_PETITIONER = EnumSet.of(
            What.DECLINED,
            What.LED_ELSEWHERE,
            What.EXTENDED,
            What.ANSWERED,
            What.OPINION_GIVEN,
            What.SERVED,
            What.CONTACTED,
            What.NOT_REACHED,
            What.TOLD_OTHERWISE,
            What.SUPPLEMENTED,
            What.WITHDRAWN,
            What.REVIEW_ASKED,
            What.SUPPLEMENT_REFUSED,
            What.WITHDRAWAL_REFUSED,
            What.REVIEW_REFUSED);

    private static final Set<What> TRACES = EnumSet.of(
            What.RUNG_REACHED,
            What.MOVED,
            What.MOVED_ABOVE,
            What.REASSIGNED,
            What.RECLASSIFIED,
            What.RECUSED,
            What.SCREENED,
            What.HEADED,
            What.OPENED_IN_EMERGENCY,
            What.REDACTED,
            What.REDACTION_CONFIRMED,
            What.REDACTION_UNDONE,
            What.UNKNOWN);

    private final Cases cases;
    private final Matters matters;
    private final Tellings tellings;
    private final Ledger ledger;
    private final Editions editions;
    private final CaseViews views;
    private final CaseRows rows;

    CaseSections(
            Cases cases,
            Matters matters,
            Tellings tellings,
            Ledger ledger,
            Editions editions,
            CaseViews views,
            CaseRows rows) {
        this.cases = cases;
        this.matters = matters;
        this.tellings = tellings;
        this.ledger = ledger;
        this.editions = editions;
        this.views = views;
        this.rows = rows;
    }

    /**
     * A line of what happened.
     *
     * @param at when
     * @param what what happened
     * @param by who did it, with the post; absent when nobody did
     * @param detail what it was about; absent when there is nothing to add
     * @param textId text that belongs to it; absent where there is none to read
     * @param warns true for a limit that was reached and for a message that did not arrive
     * @param notice its place in the history where a notice to print tells of it; absent otherwise
     */
    record Line(
            String at,
            String what,
            @Nullable String by,
            @Nullable String detail,
            @Nullable String textId,
            boolean warns,
            @Nullable Integer notice) {

        /** The same with a notice to print. */
        Line with(@Nullable Integer place) {
            return new Line(at, what, by, detail, textId, warns, place);
        }
    }

    /**
     * What happened, the latest first.
     *
     * @param handling how it was handled
     * @param talks what went to the petitioner and came from there
     * @param traces what changed beside that, and what reminded of it
     * @param openings who opened what; empty for readers who may not know
     */
    record Sections(List<Line> handling, List<Line> talks, List<Line> traces, List<Line> openings) {}

    /**
     * A stage of the way that a case of its purpose goes.
     *
     * @param name what it is called
     * @param at when it was reached; absent where it was not
     * @param standing done, now or later
     */
    record Stage(String name, @Nullable String at, String standing) {}

    /**
     * The matter of a case 同一事项, as far as the reader may see its members.
     *
     * @param matterId its id
     * @param total how many petitions the reader sees in it, this one among them
     * @param others some of the others
     */
    record Together(String matterId, int total, List<CaseRow> others) {}

    private record Dated(Instant at, Line line) {}

    Sections of(PetitionCase petitionCase, Caller reader, boolean opens, Locale locale) {
        Set<String> visible = views.visible(List.of(petitionCase), reader);
        Set<String> readable = readable(petitionCase, reader, opens);
        boolean reviewAlone = cases.seesReviewAlone(petitionCase, reader);
        List<HistoryEntry> seen =
                reviewAlone ? petitionCase.historyUntilReview() : petitionCase.historyFor(reader.id());
        List<HistoryEntry> all =
                seen.stream().filter(entry -> entry.isFor(visible)).toList();
        Stream<Dated> told = reviewAlone
                ? Stream.empty()
                : tellings.of(petitionCase.id()).stream().map(each -> new Dated(each.at(), told(each, locale)));
        Stream<Dated> talks = all.stream()
                .filter(entry -> WITH_THE_PETITIONER.contains(entry.what())
                        || entry.name().equals(Names.of(Step.CONFIRM_RETURN))
                        || entry.name().equals(Names.of(Step.NOTE_SENDING)))
                .map(entry -> new Dated(entry.at(), line(entry, readable, locale)));
        boolean prints = opens && reader.is(Role.OFFICER, Role.SUPERVISOR);
        return new Sections(
                all.reversed().stream()
                        .filter(entry -> !TRACES.contains(entry.what()))
                        .map(entry -> line(entry, readable, locale)
                                .with(
                                        prints && NoticePage.isTold(entry)
                                                ? petitionCase.history().indexOf(entry)
                                                : null))
                        .toList(),
                Stream.concat(talks, told)
                        .sorted(Comparator.comparing(Dated::at).reversed())
                        .map(Dated::line)
                        .toList(),
                lines(all, entry -> TRACES.contains(entry.what()), readable, locale),
                reader.is(Role.SUPERVISOR, Role.AUDITOR) ? openings(petitionCase, locale) : List.of());
    }

    private Set<String> readable(PetitionCase petitionCase, Caller reader, boolean opens) {
        LocalDate today = views.today(petitionCase);
        return petitionCase.texts().stream()
                .filter(text -> cases.mayRead(petitionCase, text, reader, opens, today))
                .map(TextEntry::id)
                .collect(Collectors.toSet());
    }

    private List<Line> openings(PetitionCase petitionCase, Locale locale) {
        List<Openings> folded = new ArrayList<>(
                Openings.of(ledger.of(petitionCase.id()), editions.active().clockwork()::dayOf));
        return folded.reversed().stream()
                .map(each -> new Line(
                        rows.when(each.first().at()),
                        rows.word("opened", each.first().why(), locale),
                        rows.post(each.first().post()),
                        rows.word("case.opened", each.kind(), locale) + (each.count() > 1 ? " × " + each.count() : ""),
                        null,
                        false,
                        null))
                .toList();
    }

    private List<Line> lines(
            List<HistoryEntry> all, Predicate<HistoryEntry> which, Set<String> readable, Locale locale) {
        return all.reversed().stream()
                .filter(which)
                .map(entry -> line(entry, readable, locale))
                .toList();
    }

    /** What others did since somebody saw a version of the case, the latest first; no text of it is opened from here. */
    List<Line> since(PetitionCase petitionCase, long version, Caller reader, Locale locale) {
        Set<String> visible = views.visible(List.of(petitionCase), reader);
        List<HistoryEntry> later = petitionCase.sinceFor(reader.id(), version).stream()
                .filter(entry -> entry.isFor(visible) && !reader.id().equals(entry.officer()))
                .toList();
        return lines(later, entry -> true, Set.of(), locale);
    }

    private Line line(HistoryEntry entry, Set<String> readable, Locale locale) {
        return new Line(
                rows.when(entry.at()),
                rows.word("what", entry.name(), locale),
                rows.by(entry, locale),
                rows.detail(entry, locale),
                entry.textId() != null && readable.contains(entry.textId()) ? entry.textId() : null,
                entry.what() == What.RUNG_REACHED || entry.what() == What.NOT_REACHED,
                null);
    }

    private Line told(Telling telling, Locale locale) {
        String channel = Words.name("channel", telling.channel(), locale).orElse(telling.channel());
        return new Line(
                rows.when(telling.at()),
                rows.word("case.message", telling.sent() ? "sent" : "failed", locale),
                null,
                rows.word("template", telling.template(), locale) + " · " + channel,
                null,
                !telling.sent(),
                null);
    }

    /** The stages a case of its purpose goes through; where it ended before, the rest is not shown. */
    List<Stage> stages(PetitionCase petitionCase, Locale locale) {
        List<Reached> way = way(petitionCase);
        int now = (int) way.stream().takeWhile(stage -> stage.at() != null).count();
        return IntStream.range(0, way.size())
                .filter(index -> petitionCase.state().isOpen() || way.get(index).at() != null)
                .mapToObj(index -> stage(way.get(index), index == now ? "now" : index < now ? "done" : "later", locale))
                .toList();
    }

    private static List<Reached> way(PetitionCase petitionCase) {
        Instant ended = petitionCase.state().isOpen()
                ? null
                : petitionCase.history().getLast().at();
        String decided = switch (petitionCase.state()) {
            case DECLINED -> "declined";
            case LED_ELSEWHERE -> "led-elsewhere";
            default -> "accepted";
        };
        Purpose purpose = petitionCase.registration().petition().purpose();
        boolean serves = purpose == Purpose.APPEAL;
        return Stream.of(
                        reached(petitionCase, "registered", What.REGISTERED),
                        reached(
                                petitionCase,
                                decided,
                                What.ACCEPTED,
                                What.DEEMED_ACCEPTED,
                                What.DECLINED,
                                What.LED_ELSEWHERE),
                        reached(petitionCase, "answered", What.ANSWERED, What.OPINION_GIVEN),
                        reached(petitionCase, "served", What.SERVED),
                        new Reached(petitionCase.state() == CaseState.RETURNED ? "returned" : "closed", ended))
                .filter(stage -> serves || !stage.name().equals("served"))
                .filter(stage -> purpose != Purpose.THANKS
                        || stage.name().equals("registered")
                        || stage.at() != null
                        || stage.name().equals("closed"))
                .toList();
    }

    private record Reached(String name, @Nullable Instant at) {}

    private static Reached reached(PetitionCase petitionCase, String name, What... how) {
        Set<What> steps = Set.of(how);
        return new Reached(
                name,
                petitionCase.history().stream()
                        .filter(entry -> steps.contains(entry.what()))
                        .map(HistoryEntry::at)
                        .reduce((first, second) -> second)
                        .orElse(null));
    }

    private Stage stage(Reached reached, String standing, Locale locale) {
        return new Stage(
                rows.word("case.stage", reached.name(), locale),
                reached.at() == null ? null : rows.when(reached.at()),
                standing);
    }

    /** The matter it is in, if the reader may see that and another petition in it; no title, which is sealed. */
    Optional<Together> together(PetitionCase petitionCase, Caller reader, Locale locale) {
        return matters.of(petitionCase.id())
                .map(matter -> together(matter, petitionCase, cases.readableTogether(matter.members(), reader), locale))
                .filter(together -> together.total() > 1);
    }

    private Together together(Matter matter, PetitionCase petitionCase, Set<String> visible, Locale locale) {
        List<String> others = visible.stream()
                .filter(id -> !id.equals(petitionCase.id()))
                .sorted()
                .limit(MOST_TOGETHER)
                .toList();
        return new Together(
                matter.id(),
                visible.size(),
                cases.listed(others).stream().map(each -> rows.of(each, locale)).toList());
    }
}
