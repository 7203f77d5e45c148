package org.redress.routing.cases.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Caller;
import org.redress.routing.organisation.Absence;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Leave;
import org.redress.routing.organisation.LeaveRules;
import org.redress.routing.organisation.Leaves;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Unit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is away and who stands in 组织与代理, and the posts of a unit; of no case, which is why everybody may read it. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class PostsPage {

    private static final int MOST_LISTED = 500;
    private static final int MOST_AWAY = 200;

    /** So many days ahead it is looked whether somebody stands in. */
    private static final int AHEAD = 62;

    private final Leaves leaves;
    private final Editions editions;
    private final StandIns standIns;

    PostsPage(Leaves leaves, Editions editions, StandIns standIns) {
        this.leaves = leaves;
        this.editions = editions;
        this.standIns = standIns;
    }

    /**
     * An absence.
     *
     * @param id id of what somebody entered; absent for one of the configuration
     * @param unit name of the unit
     * @param post title and holder of the post
     * @param from first day
     * @param until last day; absent where it has none
     * @param standIn who stands in; absent where nobody does
     * @param now true where it has begun
     * @param uncovered first day on which nobody stands in; absent where somebody does
     * @param ours true for whom it concerns: the sheet is theirs to see
     */
    record Away(
            @Nullable String id,
            String unit,
            String post,
            String from,
            @Nullable String until,
            @Nullable String standIn,
            boolean now,
            @Nullable String uncovered,
            boolean ours) {}

    /**
     * A post.
     *
     * @param id its id
     * @param title its title
     * @param holder who holds it
     * @param deputy who stands in by the organisation; absent when nobody does
     * @param works who does its work today; absent when nobody does
     * @param mayEnter true where the reader may enter an absence
     */
    record Place(
            String id,
            String title,
            String holder,
            @Nullable String deputy,
            @Nullable String works,
            boolean mayEnter) {}

    @GetMapping("/posts")
    String posts(@RequestParam(defaultValue = "") String unit, Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        Organisation organisation = editions.active().organisation();
        Unit chosen = organisation.unit(unit.strip()).orElseGet(() -> home(reader, organisation));
        model.addAttribute("unit", chosen.code());
        model.addAttribute("called", chosen.called().in(locale));
        model.addAttribute(
                "units",
                organisation.units().size() > MOST_LISTED
                        ? List.of()
                        : organisation.units().values().stream()
                                .map(each -> new CaseListPage.Option(
                                        each.code(), each.called().in(locale)))
                                .toList());
        model.addAttribute("away", away(organisation, reader, locale));
        model.addAttribute(
                "posts",
                organisation.posts().values().stream()
                        .filter(post -> post.unit().equals(chosen.code()) || isOwnOfDesk(post, reader, organisation))
                        .map(post -> place(post, organisation, reader, locale))
                        .toList());
        return "routing/posts";
    }

    private static Unit home(Caller reader, Organisation organisation) {
        return organisation.heldBy(reader.id()).stream()
                .flatMap(post -> organisation.post(post).stream())
                .flatMap(post -> organisation.unit(post.unit()).stream())
                .findFirst()
                .orElseGet(organisation::root);
    }

    private static boolean isOwnOfDesk(Post post, Caller reader, Organisation organisation) {
        return post.officer().equals(reader.id())
                && organisation.discipline().line().contains(post.id());
    }

    private List<Away> away(Organisation organisation, Caller reader, Locale locale) {
        Stream<Away> entered = leaves.current().stream()
                .filter(leave -> organisation.posts().containsKey(leave.post()))
                .map(leave ->
                        away(leave.id(), absence(leave), isOurs(leave, reader, organisation), organisation, locale));
        Stream<Away> configured = editions.of(editions.active().number()).organisation().absences().stream()
                .filter(absence -> absence.until() == null || !absence.until().isBefore(leaves.today()))
                .map(absence -> away(null, absence, false, organisation, locale));
        return Stream.concat(entered, configured).limit(MOST_AWAY).toList();
    }

    private static Absence absence(Leave leave) {
        return new Absence(leave.post(), leave.from(), leave.last(), leave.standIn());
    }

    private Away away(@Nullable String id, Absence absence, boolean ours, Organisation organisation, Locale locale) {
        LocalDate first = absence.from().isBefore(leaves.today()) ? leaves.today() : absence.from();
        LocalDate last = absence.until();
        Optional<String> works = organisation.worksAs(absence.post(), first);
        LocalDate end = last == null || last.isAfter(first.plusDays(AHEAD)) ? first.plusDays(AHEAD) : last;
        String uncovered = first.datesUntil(end.plusDays(1))
                .filter(day -> organisation.worksAs(absence.post(), day).isEmpty())
                .findFirst()
                .map(standIns::day)
                .orElse(null);
        String unit = organisation.post(absence.post()).map(Post::unit).orElse("");
        return new Away(
                id,
                organisation.unitName(unit, locale),
                called(absence.post(), organisation, locale),
                standIns.day(absence.from()),
                last == null ? null : standIns.day(last),
                works.map(post -> called(post, organisation, locale)).orElse(null),
                !absence.from().isAfter(leaves.today()),
                uncovered,
                ours);
    }

    /** Of who is away, who stands in, and who may enter it for others. */
    static boolean isOurs(Leave leave, Caller reader, Organisation organisation) {
        return leave.officer().equals(reader.id())
                || standsIn(leave, reader, organisation)
                || new LeaveRules(organisation, leave.from()).mayEnter(reader.id(), leave.post());
    }

    static boolean standsIn(Leave leave, Caller reader, Organisation organisation) {
        return leave.standIn() != null && organisation.heldBy(reader.id()).contains(leave.standIn());
    }

    static String called(String id, Organisation organisation, Locale locale) {
        return organisation.postTitle(id, locale)
                + organisation.post(id).map(post -> " " + post.name()).orElse("");
    }

    private Place place(Post post, Organisation organisation, Caller reader, Locale locale) {
        LocalDate today = leaves.today();
        String deputy = post.deputy();
        return new Place(
                post.id(),
                organisation.postTitle(post.id(), locale),
                post.name(),
                deputy == null ? null : called(deputy, organisation, locale),
                organisation
                        .worksAs(post.id(), today)
                        .map(id -> called(id, organisation, locale))
                        .orElse(null),
                reader.is(Caller.Role.OFFICER) && new LeaveRules(organisation, today).mayEnter(reader.id(), post.id()));
    }
}
