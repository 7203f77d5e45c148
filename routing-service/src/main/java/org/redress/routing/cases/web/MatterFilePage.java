package org.redress.routing.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.BodyReader;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.web.DutyLists.Asked;
import org.redress.routing.cases.web.DutyLists.Scope;
import org.redress.routing.configuration.Names;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.redress.routing.procedure.Step;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A matter 同一事项 on its page: opened for cases that were chosen, filled, emptied, and given its one opinion. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class MatterFilePage {

    /** More are behind the link to their list. */
    private static final int MOST_SHOWN = 200;

    private static final OrderType OPINION =
            OrderType.named(Names.of(Step.GIVE_OPINION)).orElseThrow();

    private final MatterDesk desk;
    private final Matters matters;
    private final Cases cases;
    private final CaseRows rows;
    private final DutyLists lists;
    private final OrderForms forms;
    private final BodyReader bodies;
    private final MessageSource messages;

    MatterFilePage(
            MatterDesk desk,
            Matters matters,
            Cases cases,
            CaseRows rows,
            DutyLists lists,
            OrderForms forms,
            BodyReader bodies,
            MessageSource messages) {
        this.desk = desk;
        this.matters = matters;
        this.cases = cases;
        this.rows = rows;
        this.lists = lists;
        this.forms = forms;
        this.bodies = bodies;
        this.messages = messages;
    }

    /**
     * A petition in a matter, or to be put into one.
     *
     * @param row its case
     * @param standing where it stands as to the opinion; absent where there is no matter yet
     * @param why why its case did not allow the opinion; absent where it did
     */
    record Member(
            CaseRow row,
            @Nullable String standing,
            @Nullable String why) {}

    /** What was asked for and refused, to be shown again. */
    private record Refused(MultiValueMap<String, String> given, FormRefusal refusal, Map<String, String> rules) {}

    /** The form for a matter of the cases that were chosen; of those that the reader may not move nothing is shown. */
    @GetMapping("/matters/new")
    String blank(
            @RequestParam(name = "petition", defaultValue = "") List<String> petitions,
            Authentication token,
            Locale locale,
            Model model) {
        return show(petitions, Readers.of(token), locale, model);
    }

    private String show(List<String> petitions, Caller reader, Locale locale, Model model) {
        Set<String> movable = cases.movable(new LinkedHashSet<>(petitions), reader);
        model.addAttribute(
                "members",
                cases.listed(movable).stream()
                        .map(each -> new Member(rows.of(each, locale), null, null))
                        .toList());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.asMap().putIfAbsent("called", "");
        return "routing/matter-new";
    }

    /** Opens it. */
    @PostMapping("/matters")
    String open(
            @RequestParam(name = "petition", defaultValue = "") List<String> petitions,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String key,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        Caller reader = Readers.of(token);
        try {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("title", title.strip());
            ArrayNode ids = body.putArray("petitionIds");
            petitions.forEach(ids::add);
            MatterController.Opening opening = bodies.read(body, MatterController.Opening.class);
            Matter opened = desk.open(opening.title(), opening.petitionIds(), key, reader);
            after.addFlashAttribute("done", opened.id());
            return "redirect:/matters/" + opened.id();
        } catch (RefusedException e) {
            model.addAttribute("called", title);
            model.addAttribute("refusal", FormRefusal.of(e, messages, locale, response));
            return show(petitions, reader, locale, model);
        }
    }

    @GetMapping("/matters/{matterId}")
    String read(@PathVariable String matterId, Authentication token, Locale locale, Model model) {
        return show(matterId, Readers.of(token), null, locale, model);
    }

    /** Adds the one case that has a number the reader wrote: its own, of its receipt, or an outside one. */
    @PostMapping("/matters/{matterId}/members")
    String add(
            @PathVariable String matterId,
            @RequestParam MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return act(
                matterId,
                given,
                token,
                locale,
                response,
                after,
                model,
                reader -> desk.add(matterId, numbered(given.getFirst("number"), reader), reader));
    }

    /** Takes a case out. */
    @PostMapping("/matters/{matterId}/members/{petitionId}/remove")
    String remove(
            @PathVariable String matterId,
            @PathVariable String petitionId,
            @RequestParam MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return act(
                matterId,
                given,
                token,
                locale,
                response,
                after,
                model,
                reader -> desk.remove(matterId, petitionId, reader));
    }

    /** Gives the opinion; each case is given it in its turn. */
    @PostMapping("/matters/{matterId}/give-opinion")
    String giveOpinion(
            @PathVariable String matterId,
            @RequestParam MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        return act(
                matterId,
                given,
                token,
                locale,
                response,
                after,
                model,
                reader -> desk.giveOpinion(
                        matterId,
                        "\"" + OrderForm.value("version", given) + "\"",
                        given.getFirst("key"),
                        bodies.read(OrderForm.body(OPINION, given), Order.Opinion.class),
                        reader));
    }

    /** What an officer does to a matter. */
    private interface Act {
        Matter by(Caller reader);
    }

    private String act(
            String matterId,
            MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model,
            Act act) {
        Caller reader = Readers.of(token);
        desk.find(matterId, reader);
        try {
            String changed = act.by(reader).id();
            after.addFlashAttribute("done", changed);
            return "redirect:/matters/" + changed;
        } catch (RefusedException e) {
            FormRefusal refusal = OrderForm.atItsFields(OPINION, given, FormRefusal.of(e, messages, locale, response));
            return show(matterId, reader, new Refused(given, refusal, rules(e)), locale, model);
        }
    }

    /** Why cases of the matter do not allow it, by petition, where that is what stands against it. */
    private static Map<String, String> rules(RefusedException refusal) {
        return refusal instanceof MembersNotReady notReady ? notReady.rules() : Map.of();
    }

    /** The case of a number; none, or several, are refused at the field. */
    private String numbered(@Nullable String number, Caller reader) {
        Asked asked = new Asked(Scope.ALL, "", "", "", "", "", number == null ? "" : number.strip(), "", "", "", "");
        List<PetitionCase> found = asked.number().isEmpty()
                ? List.of()
                : cases.list(lists.filter(asked, reader), null, 2, reader).cases();
        if (found.size() != 1) {
            String problem = found.isEmpty() ? "case.wrong.no-such-case" : "case.wrong.several-cases";
            throw new InvalidRequestException(List.of(new FieldProblem("number", problem, null)));
        }
        return found.getFirst().id();
    }

    private String show(String matterId, Caller reader, @Nullable Refused refused, Locale locale, Model model) {
        Matter matter = desk.find(matterId, reader);
        Set<String> visible = cases.readableTogether(matter.members(), reader);
        Map<String, String> rules = new HashMap<>();
        matter.refused().forEach(each -> rules.put(each.petitionId(), each.rule()));
        if (refused != null) {
            rules.putAll(refused.rules());
        }
        List<PetitionCase> members =
                cases.listed(visible.stream().sorted().limit(MOST_SHOWN).toList());
        if (members.isEmpty()) {
            throw MatterDesk.notFound();
        }
        model.addAttribute("matter", matter);
        model.addAttribute("total", visible.size());
        model.addAttribute("called", matters.title(matter, new Actor(reader.id(), "matter")));
        model.addAttribute("opened", rows.when(matter.openedAt()));
        model.addAttribute(
                "outcome",
                matter.opinion() == null
                        ? null
                        : rows.word("outcome", matter.opinion().command().outcome(), locale));
        model.addAttribute(
                "members",
                members.stream()
                        .map(each -> member(matter, each, rules, locale))
                        .toList());
        model.addAttribute("list", Asked.of(Scope.ALL).with("matter", matterId));
        model.addAttribute("all", cases.movable(matter.members(), reader).containsAll(matter.members()));
        model.addAttribute("key", UUID.randomUUID().toString());
        OrderForms.Sent sent = refused != null && refused.given().containsKey("version")
                ? new OrderForms.Sent(OPINION, refused.given(), refused.refusal())
                : null;
        model.addAttribute("refusal", refused == null ? null : refused.refusal());
        model.addAttribute("ofOpinion", sent != null);
        model.addAttribute("form", forms.one(OPINION, members.getFirst(), sent, locale));
        return "routing/matter";
    }

    private Member member(Matter matter, PetitionCase petitionCase, Map<String, String> rules, Locale locale) {
        String rule = rules.get(petitionCase.id());
        return new Member(
                rows.of(petitionCase, locale),
                rows.word("standing", matter.standing(petitionCase.id()), locale),
                rule == null ? null : rows.word("case.rule", rule, locale));
    }
}
