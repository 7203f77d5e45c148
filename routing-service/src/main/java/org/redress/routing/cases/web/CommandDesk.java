package org.redress.routing.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseCommands.Result;
import org.redress.routing.cases.CaseCommands.Target;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.HeadingRule;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.cases.NeutralHeadings;
import org.redress.routing.cases.Outcome;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets an officer's command through to the case, and says what became of it. */
@Component
class CommandDesk {

    private final CaseCommands commands;
    private final Cases cases;
    private final CaseViews views;
    private final Editions editions;
    private final SealedTexts texts;
    private final NeutralHeadings headings;

    CommandDesk(
            CaseCommands commands,
            Cases cases,
            CaseViews views,
            Editions editions,
            SealedTexts texts,
            NeutralHeadings headings) {
        this.commands = commands;
        this.cases = cases;
        this.views = views;
        this.editions = editions;
        this.texts = texts;
        this.headings = headings;
    }

    /**
     * Who commands what, checked for their rights.
     *
     * @param only the steps that alone are open to who may not move the case on; absent for who may
     */
    record Call(
            Target target,
            Caller reader,
            Actor by,
            @Nullable Set<Step> only,
            Locale locale) {}

    /**
     * What happened to a case since the version the officer saw.
     *
     * @param at business time
     * @param what what happened
     * @param post post that did it; absent when nobody did
     * @param detail what it was about; absent when there is nothing to add
     */
    record Change(
            Instant at,
            String what,
            @Nullable String post,
            @Nullable String detail) {

        private static Change of(HistoryEntry entry) {
            return new Change(entry.at(), entry.name(), entry.post(), entry.detail());
        }
    }

    Call call(String petitionId, @Nullable String version, @Nullable String key, Authentication token, Locale locale) {
        Caller reader = Readers.of(token);
        PetitionCase petitionCase = cases.find(petitionId, reader)
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        boolean acts = cases.mayAct(petitionId, reader);
        Set<Step> only = acts ? null : cases.helping(petitionCase, reader);
        if (only != null && only.isEmpty()) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("detail.403"));
        }
        Actor by = reader.actingOn(petitionCase, editions.active().organisation());
        return new Call(
                new Target(petitionId, Preconditions.version(version), Preconditions.key(reader, key)),
                reader,
                by,
                only,
                locale);
    }

    /**
     * Requires a case beside this one that it can be joined to: the officer may see it too, it goes its own way, asks for
     * the same and is kept from the same people.
     *
     * @throws InvalidRequestException when there is none, or not such a one
     */
    void requireSurvivor(Call call, String field, String petitionId) {
        PetitionCase joined = cases.find(call.target().petitionId(), call.reader())
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        String problem = cases.find(petitionId, call.reader())
                .map(survivor -> obstacle(joined, survivor))
                .orElse("no-such-case");
        if (problem.isEmpty() && !cases.areKeptAlike(List.of(joined.id(), petitionId))) {
            problem = "kept-from-others";
        }
        if (!problem.isEmpty()) {
            throw new InvalidRequestException(List.of(new FieldProblem(field, "case.wrong." + problem, null)));
        }
    }

    private static String obstacle(PetitionCase joined, PetitionCase survivor) {
        if (survivor.state() == CaseState.MERGED) {
            return "no-such-case";
        }
        if (!survivor.state().isOpen()) {
            return "ended";
        }
        if (survivor.registration().petition().purpose()
                != joined.registration().petition().purpose()) {
            return "other-purpose";
        }
        return "";
    }

    /**
     * Requires that words to black out lie within their text; that it was opened to count its characters is written down.
     *
     * @throws InvalidRequestException when they do not
     */
    void requireWithin(Call call, Command.Redact redaction) {
        PetitionCase petitionCase = cases.find(call.target().petitionId(), call.reader())
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        requireNamed(call, petitionCase);
        texts.length(petitionCase, redaction.field(), call.by())
                .filter(length -> redaction.to() > length)
                .ifPresent(length -> {
                    throw new InvalidRequestException(List.of(new FieldProblem(
                            "to",
                            Message.of("case.wrong.redaction-range"),
                            Message.of("case.accepted.redaction-range", length))));
                });
    }

    /**
     * Requires a heading that gives nothing of the case away; that its words were opened for this is written down.
     *
     * @throws RefusedException when it does, with the rule
     */
    void requireNeutral(Call call, String heading) {
        PetitionCase petitionCase = cases.find(call.target().petitionId(), call.reader())
                .orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("case.not-found")));
        requireNamed(call, petitionCase);
        Optional<HeadingRule> broken = headings.brokenBy(heading, petitionCase);
        if (broken.isPresent()) {
            String rule = Names.of(broken.get());
            throw new InvalidRequestException(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            List.of(new FieldProblem("heading", "case.wrong." + rule, "case.accepted.heading")))
                    .with("rule", rule);
        }
    }

    /** Nothing is tried on words that open to others alone. */
    private static void requireNamed(Call call, PetitionCase petitionCase) {
        if (petitionCase.isLimitedFor(call.reader().id())) {
            String rule = Names.of(CaseRule.NAMED_ONLY);
            throw new ConflictException("case.rule." + rule).with("rule", rule);
        }
    }

    /** Takes an order, and answers with the case as it stands then. */
    ResponseEntity<CaseView> answer(Call call, Order order) {
        PetitionCase petitionCase = take(call, order);
        return ResponseEntity.ok()
                .eTag(Long.toString(petitionCase.version()))
                .body(views.of(petitionCase, call.reader(), call.locale()));
    }

    /**
     * Takes an order.
     *
     * @return the case as it stands then
     * @throws RefusedException when it could not be taken, with what stands against it
     */
    PetitionCase take(Call call, Order order) {
        Set<Step> only = call.only();
        if (only != null && !only.contains(order.command().step())) {
            throw new RefusedException(HttpStatus.FORBIDDEN, Message.of("detail.403"));
        }
        order.require(this, call);
        Result result = commands.take(call.target(), order.command(), order.words(), call.by());
        return switch (result.outcome()) {
            case Outcome.Done done -> result.petitionCase();
            case Outcome.Repeated repeated -> result.petitionCase();
            case Outcome.KeyTaken keyTaken -> throw Preconditions.keyTaken();
            case Outcome.Refused refused -> throw refused(refused, result.petitionCase());
            case Outcome.Wrong wrong ->
                throw new InvalidRequestException(
                        List.of(new FieldProblem(wrong.field(), "case.wrong." + wrong.problem(), null)));
            case Outcome.Changed changed -> throw changed(result.petitionCase(), call);
        };
    }

    private static RefusedException refused(Outcome.Refused refused, PetitionCase petitionCase) {
        Message why = CaseRows.rule(refused.rule(), petitionCase);
        return new ConflictException(why.code(), why.arguments().toArray())
                .with("rule", Names.of(refused.rule()))
                .with("openSteps", refused.openSteps().stream().map(Names::of).toList());
    }

    private RefusedException changed(PetitionCase petitionCase, Call call) {
        Set<String> visible = views.visible(List.of(petitionCase), call.reader());
        return new RefusedException(HttpStatus.PRECONDITION_FAILED, Message.of("detail.412"))
                .with("version", petitionCase.version())
                .with(
                        "changes",
                        petitionCase.sinceFor(call.reader().id(), call.target().version()).stream()
                                .filter(entry -> entry.isFor(visible))
                                .map(Change::of)
                                .toList());
    }
}
