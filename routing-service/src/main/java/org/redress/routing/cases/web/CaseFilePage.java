package org.redress.routing.cases.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.codes.Code;
import org.redress.platform.web.BodyReader;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.cases.ExtensionRequest;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Registration;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.cases.TextEntry;
import org.redress.routing.cases.web.ListWalk.Then;
import org.redress.routing.cases.web.ListWalk.Visit;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Step;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One case on one page: what it says, where it stands, until when, and what happened. */
@Controller
@PreAuthorize("hasAnyRole('officer', 'supervisor', 'auditor')")
class CaseFilePage {

    /** Which of stay, next and back somebody chose last. */
    private static final String THEN = "redress-then";

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Cases cases;
    private final SealedTexts texts;
    private final CaseViews views;
    private final CaseRows rows;
    private final LimitViews limits;
    private final OriginViews origins;
    private final Editions editions;
    private final OrderForms forms;
    private final CommandDesk desk;
    private final BodyReader bodies;
    private final MessageSource messages;
    private final CaseSections sections;
    private final NearList near;
    private final ListWalk walk;
    private final CaseDrafts drafts;
    private final GuidanceViews guidance;
    private final TargetViews targets;
    private final LimitationViews reading;
    private final boolean secure;

    CaseFilePage(
            Cases cases,
            SealedTexts texts,
            CaseViews views,
            CaseRows rows,
            LimitViews limits,
            OriginViews origins,
            Editions editions,
            OrderForms forms,
            CommandDesk desk,
            BodyReader bodies,
            MessageSource messages,
            CaseSections sections,
            NearList near,
            ListWalk walk,
            CaseDrafts drafts,
            GuidanceViews guidance,
            TargetViews targets,
            LimitationViews reading,
            @Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
        this.cases = cases;
        this.texts = texts;
        this.views = views;
        this.rows = rows;
        this.limits = limits;
        this.origins = origins;
        this.editions = editions;
        this.forms = forms;
        this.desk = desk;
        this.bodies = bodies;
        this.messages = messages;
        this.sections = sections;
        this.near = near;
        this.walk = walk;
        this.drafts = drafts;
        this.guidance = guidance;
        this.targets = targets;
        this.reading = reading;
        this.secure = secure;
    }

    /** A limit with the steps its last day was counted by. */
    record CountedLimit(LimitView limit, LocalDate dueOn, List<String> steps) {}

    /**
     * What a case is, in words.
     *
     * @param receipt what its petitioner's slip calls it; absent for what an older release registered
     * @param purpose what it asks for
     * @param channel how it came
     * @param headCount people behind it
     * @param claimed true while nobody confirmed that number
     * @param representatives how many came or speak for all, whose names stand in the contact; absent where none do
     * @param said how many the petitioner says, where others were counted; absent otherwise
     * @param recordedBy who recorded it at the desk; absent where nobody did
     * @param occurredOn day of the matter; absent when not said
     * @param owner who answers, with the post
     * @param ownerReason why that post
     */
    record Facts(
            @Nullable String receipt,
            String purpose,
            String channel,
            int headCount,
            boolean claimed,
            @Nullable Integer representatives,
            @Nullable Integer said,
            @Nullable String recordedBy,
            @Nullable LocalDate occurredOn,
            String owner,
            String ownerReason) {}

    @GetMapping("/cases/{petitionId}")
    String read(
            @PathVariable String petitionId,
            @ModelAttribute(binding = false) Visit visit,
            Authentication token,
            Locale locale,
            Model model) {
        return show(petitionId, visit, Readers.of(token), null, locale, model);
    }

    /** How the reader came here, and where they went on the last time an order was taken. */
    @ModelAttribute("visit")
    Visit visit(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String then,
            @CookieValue(name = THEN, defaultValue = "") String kept) {
        String chosen = then.isEmpty() ? kept : then;
        return new Visit(
                from,
                place,
                Arrays.stream(Then.values())
                        .filter(each -> Names.of(each).equals(chosen))
                        .findFirst()
                        .orElse(Then.STAY));
    }

    /** The same page with the form of a step opened. */
    @GetMapping("/cases/{petitionId}/steps/{step}")
    String form(
            @PathVariable String petitionId,
            @PathVariable String step,
            @ModelAttribute(binding = false) Visit visit,
            Authentication token,
            Locale locale,
            Model model) {
        return show(petitionId, visit, Readers.of(token), OrderForms.Sent.blank(type(step)), locale, model);
    }

    /** Takes an order as the form holds it; where it is refused, the form comes back as it was sent. */
    @PostMapping("/cases/{petitionId}/steps/{step}")
    @PreAuthorize("hasAnyRole('officer', 'supervisor')")
    String take(
            @PathVariable String petitionId,
            @PathVariable String step,
            @ModelAttribute(binding = false) Visit visit,
            @RequestParam MultiValueMap<String, String> given,
            Authentication token,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes after,
            Model model) {
        OrderType type = type(step);
        Caller reader = Readers.of(token);
        find(petitionId, reader);
        try {
            String version = "\"" + OrderForm.value("version", given) + "\"";
            CommandDesk.Call call = desk.call(petitionId, version, given.getFirst("key"), token, locale);
            desk.take(call, bodies.read(OrderForm.body(type, given), type.type()));
            drafts.delete(petitionId, type, reader);
            after.addFlashAttribute("done", rows.word("step", type.step(), locale));
            response.addHeader(HttpHeaders.SET_COOKIE, remembered(visit.then()));
            return "redirect:" + walk.after(petitionId, visit, reader, locale);
        } catch (RefusedException e) {
            FormRefusal refusal = OrderForm.atItsFields(type, given, FormRefusal.of(e, messages, locale, response));
            OrderForms.Sent sent = drafts.refused(find(petitionId, reader), type, given, refusal, reader, locale);
            return show(petitionId, visit, reader, sent, locale, model);
        }
    }

    /** Holds one of three words and nothing else. */
    private String remembered(Then then) {
        return ResponseCookie.from(THEN, Names.of(then))
                .path("/cases")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    /** Opens the petitioner's contact for one purpose, which is written down and which the petitioner can see. */
    @PostMapping("/cases/{petitionId}/contact")
    @PreAuthorize("hasRole('officer')")
    String contact(
            @PathVariable String petitionId,
            @RequestParam(defaultValue = "") String purpose,
            @ModelAttribute(binding = false) Visit visit,
            Authentication token,
            Locale locale,
            Model model) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = find(petitionId, reader);
        if (!cases.mayContact(petitionCase, reader)) {
            throw Readers.notInTouch(petitionCase, reader);
        }
        ContactPurpose why = Choices.of(ContactPurpose.class, "purpose", purpose);
        Actor by = reader.actingOn(petitionCase, editions.active().organisation());
        model.addAttribute("contact", texts.contact(petitionCase, why, by).orElse(null));
        model.addAttribute("contactAsked", true);
        return show(petitionId, visit, reader, null, locale, model);
    }

    /** Whoever comes back to an opened contact, such as in another language, opens it again. */
    @GetMapping("/cases/{petitionId}/contact")
    String closedContact(@PathVariable String petitionId) {
        return "redirect:/cases/" + petitionId;
    }

    private static OrderType type(String step) {
        return OrderType.named(step).orElseThrow(CaseFilePage::notFound);
    }

    private String show(
            String petitionId, Visit visit, Caller reader, OrderForms.@Nullable Sent sent, Locale locale, Model model) {
        PetitionCase petitionCase = find(petitionId, reader);
        boolean opens = cases.mayOpen(petitionId, reader);
        model.addAttribute("row", rows.of(petitionCase, near.repeated(petitionCase, reader), locale));
        model.addAttribute("facts", facts(petitionCase, locale));
        model.addAttribute("opens", opens);
        boolean inTouch = opens && cases.mayContact(petitionCase, reader);
        model.addAttribute("inTouch", inTouch);
        model.addAttribute("purposes", inTouch ? Choices.all(ContactPurpose.class, rows, locale) : List.of());
        model.addAttribute(
                "petition",
                opens
                        ? texts.read(
                                petitionCase,
                                reader.actingOn(petitionCase, editions.active().organisation()))
                        : null);
        model.addAttribute("about", about((PetitionContent) model.getAttribute("petition"), locale));
        model.addAttribute("limits", limits(petitionCase, locale));
        model.addAttribute("origin", origins.of(petitionCase, locale).orElse(null));
        boolean reviewAlone = cases.seesReviewAlone(petitionCase, reader);
        model.addAttribute("reviewAlone", reviewAlone);
        model.addAttribute(
                "guidance",
                reviewAlone ? null : guidance.of(petitionCase, locale).orElse(null));
        model.addAttribute("targets", reviewAlone ? List.of() : targets.of(petitionCase, locale));
        model.addAttribute("promises", reviewAlone ? List.of() : targets.ofPromises(petitionCase, locale));
        model.addAttribute("asks", !petitionCase.registration().isThanks());
        model.addAttribute("unknown", petitionCase.registration().petition().contact() == null);
        model.addAttribute("mark", opens ? petitionCase.mark() : null);
        ExtensionRequest asked = petitionCase.extensionAsked();
        model.addAttribute("extension", asked);
        model.addAttribute("extensionBy", asked == null ? null : rows.post(asked.by()));
        model.addAttribute("extensionLeader", asked == null ? null : rows.post(asked.leader()));
        model.addAttribute("limited", petitionCase.isLimitedFor(reader.id()));
        model.addAttribute("reading", reading.of(petitionCase, reader).orElse(null));
        boolean writes = opens || cases.isAsked(petitionCase, reader);
        addSteps(
                petitionCase, reader, sent, writes ? drafts.of(petitionCase, reader, locale) : Map.of(), locale, model);
        model.addAttribute("sections", sections.of(petitionCase, reader, opens, locale));
        model.addAttribute("stages", sections.stages(petitionCase, locale));
        model.addAttribute(
                "together", sections.together(petitionCase, reader, locale).orElse(null));
        model.addAttribute("near", near.of(petitionCase, reader, locale));
        model.addAttribute("then", Names.of(visit.then()));
        model.addAttribute(
                "thens",
                Arrays.stream(Then.values())
                        .map(each -> new Code(Names.of(each), rows.word("case.then", each, locale), null))
                        .toList());
        model.addAttribute("keys", List.of("b", "n", "1", "2", "3", "4", "s", "c", "t"));
        model.addAttribute("way", walk.around(petitionId, visit, reader, locale).orElse(null));
        return "routing/case";
    }

    private void addSteps(
            PetitionCase petitionCase,
            Caller reader,
            OrderForms.@Nullable Sent sent,
            Map<Step, OrderForms.Sent> drafts,
            Locale locale,
            Model model) {
        boolean acts = cases.mayAct(petitionCase.id(), reader);
        Map<Step, CaseRule> closed = acts ? views.closedSteps(petitionCase, reader) : Map.of();
        boolean screens = acts && !closed.containsKey(Step.SCREEN);
        model.addAttribute(
                "found",
                screens
                        ? petitionCase.guard().found().stream()
                                .sorted()
                                .map(rows::officer)
                                .toList()
                        : List.of());
        boolean helps = !cases.helping(petitionCase, reader).isEmpty();
        Set<Step> notOpen = acts ? closed.keySet() : views.closedToHelpers(petitionCase, reader);
        Map<Step, OrderForms.Sent> written = new LinkedHashMap<>(drafts);
        if (sent != null && sent.refusal() != null) {
            written.put(sent.type().step(), sent);
        } else if (sent != null) {
            written.putIfAbsent(sent.type().step(), sent);
        }
        Step opened = sent == null
                ? drafts.keySet().stream()
                        .filter(step -> !notOpen.contains(step))
                        .findFirst()
                        .orElse(null)
                : sent.type().step();
        model.addAttribute("version", petitionCase.version());
        model.addAttribute(
                "left",
                drafts.values().stream()
                        .filter(each -> notOpen.contains(each.type().step())
                                && each.type().step() != opened)
                        .map(each -> forms.one(each.type(), petitionCase, each, locale))
                        .toList());
        // Whoever may act no longer still finds what they wrote.
        if (acts || helps || (sent != null && sent.refusal() != null)) {
            model.addAttribute("key", UUID.randomUUID().toString());
            model.addAttribute("open", forms.open(petitionCase, notOpen, written, opened, locale));
            model.addAttribute("closed", forms.closed(petitionCase, closed, locale));
            model.addAttribute("refusal", sent == null ? null : sent.refusal());
        }
    }

    @GetMapping("/cases/{petitionId}/texts/{textId}")
    String text(
            @PathVariable String petitionId,
            @PathVariable String textId,
            Authentication token,
            Locale locale,
            Model model) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = find(petitionId, reader);
        TextEntry text = petitionCase.texts().stream()
                .filter(each -> each.id().equals(textId))
                .findFirst()
                .orElseThrow(CaseFilePage::notFound);
        boolean opens = cases.mayOpen(petitionId, reader);
        if (!cases.mayRead(petitionCase, text, reader, opens, views.today(petitionCase))) {
            throw Readers.refused(petitionCase, reader);
        }
        model.addAttribute("petitionId", petitionId);
        model.addAttribute("kind", rows.word("text", text.kind(), locale));
        String words = texts.read(
                petitionCase,
                text,
                reader.actingOn(petitionCase, editions.active().organisation()));
        model.addAttribute("words", text.kind() == CaseText.Kind.OPINION ? OpinionText.of(words, rows, locale) : words);
        return "routing/text";
    }

    private PetitionCase find(String petitionId, Caller reader) {
        return cases.find(petitionId, reader).orElseThrow(CaseFilePage::notFound);
    }

    private Facts facts(PetitionCase petitionCase, Locale locale) {
        Registration found = petitionCase.registration();
        String recorder = found.petition().recordedBy();
        return new Facts(
                found.petition().receipt(),
                rows.word("purpose", found.petition().purpose(), locale),
                rows.word("channel", found.petition().channel(), locale),
                found.petition().headCount(),
                found.petition().claimed(),
                found.petition().representatives(),
                found.petition().claimedHeadCount(),
                recorder == null ? null : rows.officer(recorder),
                found.petition().occurredOn(),
                rows.post(found.assignment().owner()),
                found.assignment().reason().text(locale));
    }

    /** Those that run first, by their last day, then those that ended. */
    private List<CountedLimit> limits(PetitionCase petitionCase, Locale locale) {
        LocalDate today = views.today(petitionCase);
        List<Clock> ended = petitionCase.clocks().all().stream()
                .filter(clock -> clock.state() != Clock.State.RUNNING)
                .toList();
        return Stream.concat(
                        petitionCase.clocks().running().stream().sorted(Comparator.comparing(Clock::dueOn)),
                        ended.reversed().stream())
                .map(clock -> new CountedLimit(limits.of(clock, today, locale), clock.dueOn(), steps(clock, locale)))
                .toList();
    }

    /** What no rung reminds of is a right, which nobody owes. */
    private List<String> steps(Clock clock, Locale locale) {
        Stream<String> counted = clock.explanation().steps(locale).stream().map(step -> named(step, clock));
        return clock.rungs().isEmpty()
                ? Stream.concat(counted, Stream.of(say("limit.right", locale))).toList()
                : counted.toList();
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }

    /** With the titles of the posts that added days. */
    private String named(String step, Clock clock) {
        String named = step;
        for (Explanation.Addition addition : clock.explanation().added()) {
            named = addition.by().isEmpty() ? named : named.replace(addition.by(), rows.post(addition.by()));
        }
        return named;
    }

    /** Whom it is about as its petitioner said, with names where ids stand. */
    private List<String> about(@Nullable PetitionContent content, Locale locale) {
        return content == null
                ? List.of()
                : content.about().stream()
                        .map(each -> switch (each.kind()) {
                            case "unit" -> rows.unit(each.value(), locale);
                            case "officer" -> rows.officer(each.value());
                            default -> each.value();
                        })
                        .toList();
    }

    private static RefusedException notFound() {
        return new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found"));
    }
}
