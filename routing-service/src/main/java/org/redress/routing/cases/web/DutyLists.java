package org.redress.routing.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Reading;
import org.redress.platform.time.Moments;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.Sheet;
import org.redress.routing.cases.Waiting;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.procedure.CaseState;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The lists that officers work through: which cases stand in each, as far as a reader may see them. Every page that names a
 * number takes it from here, so that the list it leads to has as many.
 */
@Component
class DutyLists {

    private static final String LATE = "late";
    private static final String SOON = "soon";
    private static final String RETURNED = "returned";
    private static final String EVERY = "all";

    private static final String DUE = Names.of(CaseList.Column.DUE);

    /** Each column, and the same from the last on. */
    private static final List<String> SORTS = Stream.concat(
                    Stream.of(""),
                    Arrays.stream(CaseList.Column.values())
                            .map(Names::of)
                            .flatMap(column -> Stream.of(column, "-" + column)))
            .toList();

    /** Which sheets; the open ones where nothing is said. */
    private static final List<String> SHEETS = List.of(RETURNED, EVERY, "");

    private final Cases cases;
    private final MatterLists matters;
    private final LimitViews limits;
    private final Editions editions;
    private final ZoneId zone;
    private final Moments moments;

    DutyLists(Cases cases, MatterLists matters, LimitViews limits, Editions editions, ZoneId zone) {
        this.cases = cases;
        this.matters = matters;
        this.limits = limits;
        this.editions = editions;
        this.zone = zone;
        this.moments = new Moments(zone);
    }

    /** What a list is for. */
    enum Scope {
        /** Of the reader's posts, and of those the reader stands in for 代理, while something is owed 待我办. */
        MINE,
        /** Of the units in whose line the reader stands, while something is owed 本单位. */
        UNIT,
        /** Owed within the days that count as soon 临期. */
        SOON,
        /** Owed before today 超期. */
        LATE,
        /** Pushed formally 督办. */
        SUPERVISED,
        /** Handed over to the reader, and not decided upon 待接收. */
        TO_RECEIVE,
        /** With an opinion that has to be served 待送达. */
        TO_SERVE,
        /** With a proposal that waits for the reader's instruction 待批示. */
        TO_INSTRUCT,
        /** With an extension that is asked for, on which the reader decides 待批延期. */
        TO_EXTEND,
        /** With a part that is asked of the reader 待协办. */
        TO_HELP,
        /** With a day that somebody was given or promised 限时事项, the earliest first. */
        TARGETS,
        /** With a petitioner with whom the reader, who is named, is asked to get in touch 待联系. */
        TO_CONTACT,
        /** Answered, with a petitioner whom nobody has called back 待回访. */
        TO_CALL_BACK,
        /** Thanks that nobody has filed 待存档表扬. */
        THANKS,
        /** Taken in charge by the reader as a leader, while something is owed 包案. */
        IN_CHARGE,
        /** Sent by bodies outside, by the days that these set 外来件. */
        SHEETS,
        /** All that the reader may see, also what ended. */
        ALL
    }

    /**
     * What is asked for; a blank means everything.
     *
     * @param scope the list
     * @param due late, soon or the last day of the limit that ends first; of sheets, of the day that a body outside set
     * @param state a state
     * @param topic code of a topic
     * @param unit code of a unit
     * @param owner id of a post
     * @param number what the petition is called by
     * @param matter id of a matter
     * @param sheet which sheets: returned, all or the open ones
     * @param body what the body outside is called that sent it
     * @param sort the column it is sorted by, with a minus before it from the last on; blank for what is next up
     */
    record Asked(
            Scope scope,
            String due,
            String state,
            String topic,
            String unit,
            String owner,
            String number,
            String matter,
            String sheet,
            String body,
            String sort) {

        /** All of a list. */
        static Asked of(Scope scope) {
            return new Asked(scope, "", "", "", "", "", "", "", "", "", "");
        }

        /** Of a list, what is owed by a day, or all where it is blank, and of one post. */
        static Asked of(Scope scope, String due, String owner) {
            return new Asked(scope, due, "", "", "", owner, "", "", "", "", "");
        }

        /** The same of one post, or of any where it is blank. */
        Asked heldBy(String post) {
            return new Asked(scope, due, state, topic, unit, post, number, matter, sheet, body, sort);
        }

        /** The same of another list. */
        Asked in(Scope other) {
            boolean dated = other == Scope.LATE || other == Scope.SOON;
            boolean otherDays = (other == Scope.SHEETS) != (scope == Scope.SHEETS);
            boolean ofSheets = other == Scope.SHEETS;
            return new Asked(
                    other,
                    dated || otherDays ? "" : due,
                    state,
                    topic,
                    unit,
                    owner,
                    number,
                    matter,
                    ofSheets ? sheet : "",
                    ofSheets ? body : "",
                    // The ledger goes by the days of bodies outside alone.
                    ofSheets ? "" : sort);
        }

        /** The same without what names a petition, which a reader looked up once. */
        Asked unnamed() {
            return new Asked(scope, due, state, topic, unit, owner, "", matter, sheet, body, sort);
        }

        /** The address of the list by a column: from the first on, and from the last on where it goes from the first on now. */
        public String by(String column) {
            boolean last = column.equals(sort) || (column.equals(DUE) && sort.isEmpty());
            return with("sort", last ? "-" + column : column.equals(DUE) ? "" : column);
        }

        /** How a column is sorted, as a table says it; absent where it is not. */
        public @Nullable String sorted(String column) {
            if (sort.equals("-" + column)) {
                return "descending";
            }
            return column.equals(sort) || (column.equals(DUE) && sort.isEmpty()) ? "ascending" : null;
        }

        private CaseList.Order order() {
            String column = sort.startsWith("-") ? sort.substring(1) : sort;
            return Arrays.stream(CaseList.Column.values())
                    .filter(each -> Names.of(each).equals(column))
                    .findFirst()
                    .map(each -> new CaseList.Order(each, sort.startsWith("-")))
                    .orElse(CaseList.Order.NEXT_UP);
        }

        /** The parameters that ask for it, without a question mark. */
        String query() {
            return with("cursor", "").substring("/cases?".length());
        }

        /** The address of the list with one of its filters set anew, from its first page on. */
        public String with(String name, String value) {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("scope", Names.of(scope));
            all.put("due", due);
            all.put("state", state);
            all.put("topic", topic);
            all.put("unit", unit);
            all.put("owner", owner);
            all.put("number", number);
            all.put("matter", matter);
            all.put("sheet", sheet);
            all.put("body", body);
            all.put("sort", sort);
            all.put(name, value);
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/cases");
            all.forEach((key, kept) -> {
                if (!kept.isEmpty()) {
                    address.queryParam(key, "{" + key + "}");
                }
            });
            return address.encode().buildAndExpand(all).toUriString();
        }
    }

    /**
     * Understands what is asked for.
     *
     * @throws org.redress.platform.web.InvalidRequestException when a list or a day is none
     */
    Asked asked(MultiValueMap<String, String> given, Caller reader) {
        List<Scope> offered = offered(reader);
        List<String> scopes = Arrays.stream(Scope.values()).map(Names::of).toList();
        String scope = Choices.of(scopes, "scope", text(given, "scope"), Names.of(offered.getFirst()));
        Scope chosen = Scope.values()[scopes.indexOf(scope)];
        String due = text(given, "due");
        if (!isDue(due)) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem("due", Message.of("field.invalid"), Message.of("accepted.due"))));
        }
        return new Asked(
                        chosen,
                        due,
                        text(given, "state"),
                        text(given, "topic"),
                        text(given, "unit"),
                        text(given, "owner"),
                        text(given, "number"),
                        text(given, "matter"),
                        Choices.of(SHEETS, "sheet", text(given, "sheet"), ""),
                        text(given, "body"),
                        Choices.of(SORTS, "sort", text(given, "sort"), ""))
                .in(chosen);
    }

    /** What is asked for without those of list, day, sheets and order that are none: a form would send them again. */
    Asked understood(MultiValueMap<String, String> given, Caller reader) {
        MultiValueMap<String, String> right = new LinkedMultiValueMap<>(given);
        if (Arrays.stream(Scope.values()).map(Names::of).noneMatch(text(given, "scope")::equals)) {
            right.remove("scope");
        }
        if (!isDue(text(given, "due"))) {
            right.remove("due");
        }
        if (!SHEETS.contains(text(given, "sheet"))) {
            right.remove("sheet");
        }
        if (!SORTS.contains(text(given, "sort"))) {
            right.remove("sort");
        }
        return asked(right, reader);
    }

    private boolean isDue(String due) {
        return due.isEmpty() || due.equals(LATE) || due.equals(SOON) || day(due).isPresent();
    }

    private static String text(MultiValueMap<String, String> given, String name) {
        String value = given.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private Optional<LocalDate> day(String text) {
        return Optional.ofNullable(moments.day(text));
    }

    /** The lists that a reader may have something in, the first of them to begin with. */
    List<Scope> offered(Caller reader) {
        Reading reading = editions.active().organisation().reading(reader.id());
        return Arrays.stream(Scope.values())
                .filter(scope -> switch (scope) {
                    case MINE, TO_CONTACT -> !reading.posts().isEmpty();
                    case UNIT -> !reading.scopes().isEmpty();
                    // Leaders, and whoever oversees without a post.
                    case TO_INSTRUCT, TO_EXTEND, IN_CHARGE ->
                        reading.posts().isEmpty() || !reading.scopes().isEmpty();
                    case SOON,
                            LATE,
                            SUPERVISED,
                            TO_RECEIVE,
                            TO_SERVE,
                            TO_HELP,
                            TARGETS,
                            TO_CALL_BACK,
                            THANKS,
                            SHEETS,
                            ALL -> true;
                })
                .toList();
    }

    /**
     * The cases that are asked for.
     *
     * @throws org.redress.platform.web.InvalidRequestException when a filter is not understood
     */
    CaseList.Filter filter(Asked asked, Caller reader) {
        ListQuery query = new ListQuery(editions.active().rulebook(), cases::isAny, zone);
        CaseList.Filter narrowed = query.filter(
                        orNull(asked.owner()),
                        orNull(asked.unit()),
                        orNull(asked.state()),
                        orNull(asked.topic()),
                        null,
                        orNull(asked.number()))
                .ordered(asked.order());
        CaseList.Filter together =
                asked.matter().isEmpty() ? narrowed : narrowed.among(matters.members(asked.matter(), reader));
        return asked.scope() == Scope.SHEETS
                ? awaited(together.ofSheets(standing(asked.sheet()), orNull(asked.body())), asked.due())
                : scoped(due(together, asked.due()), asked.scope(), reader);
    }

    private CaseList.Filter scoped(CaseList.Filter filter, Scope scope, Caller reader) {
        Organisation organisation = editions.active().organisation();
        Reading reading = organisation.reading(reader.id());
        Set<String> works = organisation.worksIn(reader.id(), limits.today());
        return switch (scope) {
            case MINE -> filter.of(works).open();
            case UNIT -> filter.in(reading.scopes()).open();
            case SOON, LATE -> due(filter, Names.of(scope));
            case SUPERVISED -> filter.underSupervision();
            case TO_RECEIVE ->
                own(filter, works).standing(CaseState.TRANSFERRED).open();
            case TO_SERVE ->
                own(filter, works).standing(CaseState.OPINION_GIVEN).open();
            case TO_INSTRUCT -> filter.waitingFor(Waiting.INSTRUCTION, reading.posts());
            case TO_EXTEND -> filter.waitingFor(Waiting.EXTENSION, reading.posts());
            case TARGETS -> filter.waitingFor(Waiting.TARGET, works);
            case TO_HELP -> filter.waitingFor(Waiting.PART, reading.posts());
            // Of the reader alone, whomever they stand in for.
            case TO_CONTACT -> filter.waitingFor(Waiting.NAMED, Set.of(reader.id()));
            case TO_CALL_BACK -> filter.waitingFor(Waiting.CALL_BACK, works);
            case THANKS -> filter.waitingFor(Waiting.THANKS, works);
            case IN_CHARGE -> filter.waitingFor(Waiting.CHARGE, reading.posts());
            case SHEETS, ALL -> filter;
        };
    }

    private static Set<Sheet.State> standing(String sheet) {
        return switch (sheet) {
            case RETURNED -> EnumSet.of(Sheet.State.RETURNED);
            case EVERY -> EnumSet.allOf(Sheet.State.class);
            default -> EnumSet.of(Sheet.State.OPEN, Sheet.State.RETURNING);
        };
    }

    /** As for limits of the law, but of the days of bodies outside, which no calendar moves. */
    private CaseList.Filter awaited(CaseList.Filter sheets, String due) {
        CaseList.Filter.Sheets asked = sheets.sheets();
        if (due.isEmpty() || asked == null) {
            return sheets;
        }
        // A body that has its answer, or took its sheet back, waits for nothing.
        Set<Sheet.State> waiting =
                asked.states().stream().filter(Sheet.State::isOpen).collect(Collectors.toSet());
        CaseList.Filter dated = due(sheets, due);
        return sheets.ofSheets(waiting, asked.body()).awaited(dated.dueAfter(), dated.dueBefore());
    }

    /** Whoever has no post oversees: what waits for anybody waits for them. */
    private static CaseList.Filter own(CaseList.Filter filter, Set<String> works) {
        return works.isEmpty() ? filter : filter.of(works);
    }

    /** How many cases are asked for. */
    CaseList.Total count(Asked asked, Caller reader) {
        return cases.count(filter(asked, reader), reader);
    }

    /** Late is what was missed before today; soon is what is missed by the end of the days that count as soon. */
    private CaseList.Filter due(CaseList.Filter filter, String due) {
        LocalDate today = limits.today();
        return switch (due) {
            case LATE -> filter.due(null, start(today));
            case SOON -> filter.due(start(today), start(limits.soonUntil(today).plusDays(1)));
            default ->
                day(due).map(day -> filter.due(start(day), start(day.plusDays(1))))
                        .orElse(filter);
        };
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Where a page of a list begins; absent for its first. */
    CaseList.@Nullable Cursor cursor(@Nullable String text, Asked asked) {
        return new ListQuery(editions.active().rulebook(), cases::isAny, zone).cursor(text, asked.order());
    }
}
