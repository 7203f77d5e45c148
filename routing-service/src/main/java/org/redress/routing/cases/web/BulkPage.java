package org.redress.routing.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;
import org.redress.platform.web.BodyReader;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Step;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One step for many cases: those that were chosen, or all of a list. First it is shown which of them allow the step, and why the
 * others do not; then each is given it as if by hand, by the version that was shown. Sent again, after a break or by a second
 * click, it goes on where it was and does nothing twice, since each case knows the key.
 */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class BulkPage {

    /** Most cases at once. */
    static final int MOST = 500;

    private static final String CHOSEN = "petition";

    /** What is said of one case alone. */
    private static final Set<Step> ALONE = EnumSet.of(
            Step.MERGE,
            Step.SET_HEADING,
            Step.SET_MARK,
            Step.REDACT,
            Step.CONFIRM_REDACTION,
            Step.UNDO_REDACTION,
            Step.CONFIRM_COUNT,
            Step.CALL_BACK,
            Step.NOTE_SENDING,
            Step.REPLY_TO_BODY,
            Step.RETURN_TO_BODY,
            Step.CONFIRM_RETURN,
            Step.REFUSE_RETURN,
            Step.INSTRUCT,
            Step.TAKE_CHARGE,
            Step.LIMIT_READING,
            Step.LIFT_LIMIT,
            Step.ASK_NAMED,
            Step.NOTE_NAMED);

    private static final List<OrderType> TYPES = OrderType.ALL.stream()
            .filter(type -> !ALONE.contains(type.step()))
            .filter(type -> type.fields().stream().noneMatch(BulkPage::isOfOneCase))
            .toList();

    private final Cases cases;
    private final CaseCommands commands;
    private final CaseRows rows;
    private final DutyLists lists;
    private final OrderForms forms;
    private final CommandDesk desk;
    private final BodyReader bodies;
    private final Editions editions;
    private final MessageSource messages;

    BulkPage(
            Cases cases,
            CaseCommands commands,
            CaseRows rows,
            DutyLists lists,
            OrderForms forms,
            CommandDesk desk,
            BodyReader bodies,
            Editions editions,
            MessageSource messages) {
        this.cases = cases;
        this.commands = commands;
        this.rows = rows;
        this.lists = lists;
        this.forms = forms;
        this.desk = desk;
        this.bodies = bodies;
        this.editions = editions;
        this.messages = messages;
    }

    private static boolean isOfOneCase(OrderField field) {
        return field.codes() == Order.Codes.FOUND
                || field.codes() == Order.Codes.PROMISES
                || field.codes() == Order.Codes.PARTS
                || field.codes() == Order.Codes.TARGETS
                || field.codes() == Order.Codes.REDACTIONS;
    }

    /**
     * A case and what became of it, or would.
     *
     * @param row the case
     * @param seen its id and version, as the form sends them
     * @param goes true where the step is open, or was taken
     * @param why what stands against it; absent where nothing does
     */
    record Line(
            CaseRow row,
            String seen,
            boolean goes,
            @Nullable String why) {}

    /** Which cases would go, and the form of the step. */
    @GetMapping("/cases/bulk")
    String rehearse(
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(defaultValue = "") String step,
            Authentication token,
            Locale locale,
            Model model) {
        Caller reader = Readers.of(token);
        Chosen chosen = chosen(given, reader);
        model.addAttribute("most", chosen.of() == null ? null : MOST);
        model.addAttribute("of", chosen.of());
        OrderType type = step.isEmpty() ? TYPES.getFirst() : type(step);
        MultiValueMap<String, String> again = new LinkedMultiValueMap<>(given);
        again.remove("step");
        model.addAttribute("again", again);
        return form(chosen.movable(), type, null, UUID.randomUUID().toString(), reader, locale, model);
    }

    private String form(
            List<PetitionCase> chosen,
            OrderType type,
            OrderForms.@Nullable Sent sent,
            String key,
            Caller reader,
            Locale locale,
            Model model) {
        List<Line> lines = chosen.stream()
                .map(each -> rehearsed(each, type.step(), reader, locale))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("going", lines.stream().filter(Line::goes).count());
        model.addAttribute("step", type.name());
        model.addAttribute(
                "steps",
                TYPES.stream()
                        .map(each -> new Code(each.name(), rows.word("step", each.step(), locale), null))
                        .toList());
        model.addAttribute("key", key);
        model.addAttribute("refusal", sent == null ? null : sent.refusal());
        model.addAttribute("form", chosen.isEmpty() ? null : forms.one(type, chosen.getFirst(), sent, locale));
        return "routing/bulk";
    }

    private Line rehearsed(PetitionCase petitionCase, Step step, Caller reader, Locale locale) {
        CaseRule rule = commands.closedSteps(
                        petitionCase,
                        reader.actingOn(petitionCase, editions.active().organisation()))
                .get(step);
        return new Line(
                rows.of(petitionCase, locale),
                petitionCase.id() + ":" + petitionCase.version(),
                rule == null,
                rule == null ? null : messages.getMessage(CaseRows.rule(rule, petitionCase), locale));
    }

    /** Takes the step for each; what cannot be said of any comes back with the form, and nothing was done. */
    @PostMapping("/cases/bulk/{step}")
    String take(
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(defaultValue = "") String key,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Caller reader = Readers.of(token);
        OrderType type = type(step);
        Map<String, String> seen = seen(given);
        Order order;
        try {
            order = bodies.read(OrderForm.body(type, given), type.type());
        } catch (RefusedException e) {
            FormRefusal refusal = OrderForm.atItsFields(type, given, FormRefusal.of(e, messages, locale, response));
            return form(
                    cases.toMove(seen.keySet(), reader),
                    type,
                    new OrderForms.Sent(type, given, refusal),
                    key,
                    reader,
                    locale,
                    model);
        }
        List<Line> lines = new ArrayList<>();
        for (PetitionCase each : cases.toMove(seen.keySet(), reader)) {
            lines.add(taken(each, seen.get(each.id()), order, key, token, locale));
        }
        model.addAttribute("lines", lines);
        model.addAttribute("going", lines.stream().filter(Line::goes).count());
        // Handed on meanwhile, by this step or by somebody else.
        model.addAttribute("gone", seen.size() - lines.size());
        model.addAttribute("done", rows.word("step", type.step(), locale));
        return "routing/bulk-done";
    }

    private Line taken(
            PetitionCase before,
            @Nullable String version,
            Order order,
            String key,
            Authentication token,
            Locale locale) {
        String why = null;
        PetitionCase after = before;
        try {
            CommandDesk.Call call = desk.call(before.id(), "\"" + version + "\"", key, token, locale);
            after = desk.take(call, order);
        } catch (RefusedException e) {
            why = FormRefusal.why(e, messages, locale);
        }
        return new Line(rows.of(after, locale), after.id() + ":" + after.version(), why == null, why);
    }

    /**
     * The cases that the form would be about.
     *
     * @param movable those of them that the reader may move on
     * @param of how many the list has, of which no more than {@link #MOST} are taken; absent where they were chosen, or all are
     */
    private record Chosen(
            List<PetitionCase> movable, @Nullable Long of) {}

    /** Those that were chosen, or all of the list that is asked for; without either none. */
    private Chosen chosen(MultiValueMap<String, String> given, Caller reader) {
        if (given.containsKey(CHOSEN) || !given.containsKey("scope")) {
            return new Chosen(cases.toMove(given.getOrDefault(CHOSEN, List.of()), reader), null);
        }
        CaseList.Page page = cases.list(lists.filter(lists.asked(given, reader), reader), null, MOST, reader);
        List<String> ids = page.cases().stream().map(PetitionCase::id).toList();
        return new Chosen(cases.toMove(ids, reader), page.next() == null ? null : page.total());
    }

    /** The version of each case that the reader saw. */
    private static Map<String, String> seen(MultiValueMap<String, String> given) {
        List<String> chosen = given.getOrDefault(CHOSEN, List.of());
        if (chosen.size() > MOST) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(CHOSEN, Message.of("field.range"), Message.of("accepted.bulk", MOST))));
        }
        Map<String, String> seen = new LinkedHashMap<>();
        for (String each : chosen) {
            int colon = each.indexOf(':');
            seen.put(each.substring(0, Math.max(0, colon)), each.substring(colon + 1));
        }
        return seen;
    }

    private static OrderType type(String step) {
        return TYPES.stream()
                .filter(each -> each.name().equals(step))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("detail.404")));
    }
}
