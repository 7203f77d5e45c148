package org.redress.routing.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;
import org.redress.platform.time.Moments;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Leave;
import org.redress.routing.organisation.LeaveRules;
import org.redress.routing.organisation.Leaves;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Enters an absence 请假, with the open cases of the post before the eyes of who does, and keeps the sheet by which they are
 * handed over 交接单: both sides confirm it.
 */
@Controller
@PreAuthorize("hasRole('officer')")
class LeavePage {

    private final Leaves leaves;
    private final Editions editions;
    private final HandoverSheets sheets;
    private final StandIns standIns;
    private final CaseRows rows;
    private final MessageSource messages;
    private final Moments moments;

    LeavePage(
            Leaves leaves,
            Editions editions,
            HandoverSheets sheets,
            StandIns standIns,
            CaseRows rows,
            MessageSource messages,
            ZoneId zone) {
        this.leaves = leaves;
        this.editions = editions;
        this.sheets = sheets;
        this.standIns = standIns;
        this.rows = rows;
        this.messages = messages;
        this.moments = new Moments(zone);
    }

    /**
     * A side of the hand-over.
     *
     * @param who post and name
     * @param when when they confirmed; absent while they did not
     * @param cases how many cases the sheet listed then
     */
    record Side(String who, @Nullable String when, long cases) {}

    /** The form, and what would be handed over. */
    @GetMapping("/posts/leave")
    String form(@RequestParam(defaultValue = "") String post, Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        return form(chosen(post.strip(), reader), "", "", "", null, reader, locale, model);
    }

    /** The first of the reader's own where none is named. */
    private String chosen(String post, Caller reader) {
        return post.isEmpty()
                ? organisation().heldBy(reader.id()).stream().findFirst().orElse("")
                : post;
    }

    private String form(
            String post,
            String from,
            String until,
            String standIn,
            @Nullable FormRefusal refusal,
            Caller reader,
            Locale locale,
            Model model) {
        Organisation organisation = organisation();
        if (!new LeaveRules(organisation, leaves.today()).mayEnter(reader.id(), post)) {
            throw notFound();
        }
        List<String> possible = organisation.standIns(post);
        model.addAttribute("post", post);
        model.addAttribute("called", PostsPage.called(post, organisation, locale));
        model.addAttribute("today", leaves.today().toString());
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("standIn", standIn.isEmpty() && !possible.isEmpty() ? possible.getFirst() : standIn);
        model.addAttribute(
                "possible",
                possible.stream()
                        .map(each -> new Code(each, PostsPage.called(each, organisation, locale), null))
                        .toList());
        model.addAttribute("refusal", refusal);
        model.addAttribute("sheet", sheets.of(post, null, reader, locale));
        return "routing/leave";
    }

    /** Enters it; what is wrong comes back at its field. */
    @PostMapping("/posts/leaves")
    String enter(
            @RequestParam MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Caller reader = Readers.of(token);
        try {
            LeaveRules.Asked asked = asked(given, reader);
            Organisation organisation = organisation();
            Optional<LeaveRules.Wrong> wrong = new LeaveRules(organisation, leaves.today()).wrong(asked, reader.id());
            if (wrong.isPresent()) {
                throw new InvalidRequestException(List.of(problem(wrong.get())));
            }
            String officer = organisation.post(asked.post()).map(Post::officer).orElseThrow(LeavePage::notFound);
            Leave entered = leaves.enter(asked, officer, reader.id());
            editions.follow();
            return "redirect:/posts/leaves/" + entered.id();
        } catch (InvalidRequestException e) {
            FormRefusal refusal = FormRefusal.of(e, messages, locale, response);
            return form(
                    chosen(text(given, "post"), reader),
                    text(given, "from"),
                    text(given, "until"),
                    text(given, "standIn"),
                    refusal,
                    reader,
                    locale,
                    model);
        }
    }

    private LeaveRules.Asked asked(MultiValueMap<String, String> given, Caller reader) {
        List<FieldProblem> wrong = new ArrayList<>();
        LocalDate from = day(given, "from", wrong);
        LocalDate until = day(given, "until", wrong);
        String standIn = text(given, "standIn");
        if (from == null || until == null) {
            throw new InvalidRequestException(wrong);
        }
        return new LeaveRules.Asked(
                chosen(text(given, "post"), reader), from, until, standIn.isEmpty() ? null : standIn);
    }

    private @Nullable LocalDate day(MultiValueMap<String, String> given, String name, List<FieldProblem> wrong) {
        String written = text(given, name);
        LocalDate day = moments.day(written);
        if (day == null) {
            wrong.add(new FieldProblem(name, written.isEmpty() ? "field.missing" : "field.invalid", "accepted.date"));
        }
        return day;
    }

    private static String text(MultiValueMap<String, String> given, String name) {
        String value = given.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private FieldProblem problem(LeaveRules.Wrong wrong) {
        Message message = wrong.from() == null
                ? Message.of("leave.wrong." + wrong.problem())
                : Message.of(
                        "leave.wrong." + wrong.problem(),
                        standIns.day(wrong.from()),
                        wrong.until() == null ? "…" : standIns.day(wrong.until()));
        return new FieldProblem(wrong.field(), message, null);
    }

    /** The sheet: what both sides may see of the post's open cases. */
    @GetMapping("/posts/leaves/{leave}")
    String sheet(@PathVariable String leave, Authentication token, Locale locale, Model model) {
        Caller reader = Readers.of(token);
        Leave found = find(leave, reader);
        Organisation organisation = organisation();
        String standIn = found.standIn();
        model.addAttribute("leave", found);
        model.addAttribute("called", PostsPage.called(found.post(), organisation, locale));
        model.addAttribute("instead", standIn == null ? null : PostsPage.called(standIn, organisation, locale));
        model.addAttribute("from", standIns.day(found.from()));
        model.addAttribute("until", standIns.day(found.until()));
        model.addAttribute("entered", rows.name(found.by()) + " " + rows.when(found.at()));
        model.addAttribute(
                "ended",
                found.endedBy() == null || found.endedAt() == null
                        ? null
                        : rows.name(found.endedBy()) + " " + rows.when(found.endedAt()));
        model.addAttribute("sheet", sheets.of(found.post(), standIn, reader, locale));
        model.addAttribute(
                "sides",
                Stream.of(Stream.of(found.post()), Stream.ofNullable(standIn))
                        .flatMap(each -> each)
                        .map(post -> side(found, post, organisation, locale))
                        .toList());
        model.addAttribute("confirms", unconfirmed(found, reader, organisation).isPresent());
        model.addAttribute(
                "ends",
                !found.last().isBefore(leaves.today())
                        && new LeaveRules(organisation, leaves.today()).mayEnter(reader.id(), found.post()));
        return "routing/handover";
    }

    private Side side(Leave leave, String post, Organisation organisation, Locale locale) {
        return leave.confirmed().stream()
                .filter(each -> each.post().equals(post))
                .findFirst()
                .map(each -> new Side(
                        organisation.postTitle(post, locale) + " " + rows.name(each.officer()),
                        rows.when(each.at()),
                        each.cases()))
                .orElseGet(() -> new Side(PostsPage.called(post, organisation, locale), null, 0));
    }

    /** The side for which the reader has to confirm yet. */
    private static Optional<String> unconfirmed(Leave leave, Caller reader, Organisation organisation) {
        return Stream.of(leave.post(), leave.standIn() == null ? "" : leave.standIn())
                .filter(organisation.heldBy(reader.id())::contains)
                .filter(post ->
                        leave.confirmed().stream().noneMatch(each -> each.post().equals(post)))
                .findFirst();
    }

    /** Keeps that the reader went through the sheet. */
    @PostMapping("/posts/leaves/{leave}/confirm")
    String confirm(@PathVariable String leave, Authentication token, Locale locale) {
        Caller reader = Readers.of(token);
        Leave found = find(leave, reader);
        unconfirmed(found, reader, organisation())
                .ifPresent(post -> leaves.confirm(
                        leave,
                        reader.id(),
                        post,
                        sheets.of(found.post(), found.standIn(), reader, locale)
                                .lines()
                                .size()));
        return "redirect:/posts/leaves/" + leave;
    }

    /** Whoever is away is back from today on. */
    @PostMapping("/posts/leaves/{leave}/end")
    String end(@PathVariable String leave, Authentication token) {
        Caller reader = Readers.of(token);
        Leave found = find(leave, reader);
        if (!new LeaveRules(organisation(), leaves.today()).mayEnter(reader.id(), found.post())) {
            throw notFound();
        }
        leaves.end(leave, reader.id());
        editions.follow();
        return "redirect:/posts/leaves/" + leave;
    }

    private Leave find(String id, Caller reader) {
        return leaves.find(id)
                .filter(leave -> PostsPage.isOurs(leave, reader, organisation()))
                .orElseThrow(LeavePage::notFound);
    }

    private static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("leave.not-found"));
    }

    private Organisation organisation() {
        return editions.active().organisation();
    }
}
