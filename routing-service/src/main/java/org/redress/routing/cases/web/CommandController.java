package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.words.Characters;
import org.redress.routing.cases.CaseCommands.Words;
import org.redress.routing.cases.CaseText.Kind;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Elsewhere;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
import org.redress.routing.procedure.Way;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The officers' commands: what a case does not allow now is refused with the rule and the steps that are open. */
@RestController
@RequestMapping("/api/cases/{petitionId}")
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
class CommandController {

    private final CommandDesk desk;

    CommandController(CommandDesk desk) {
        this.desk = desk;
    }

    @ModelAttribute
    CommandDesk.Call call(
            @PathVariable String petitionId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = Preconditions.KEY, required = false) @Nullable String key,
            Authentication token,
            Locale locale) {
        return desk.call(petitionId, version, key, token, locale);
    }

    @PostMapping("/accept")
    @Operation(summary = "Accept 受理: the handling limit starts")
    @CommandAnswers
    ResponseEntity<CaseView> accept(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody(required = false) CommandBodies.@Nullable Acceptance body) {
        String way = body == null ? null : body.way();
        return desk.take(
                call, new Command.Accept(way == null ? Way.ORDINARY : Choices.of(Way.class, "way", way)), null);
    }

    @PostMapping("/decline")
    @Operation(summary = "Decline 不予受理, with the reason and where to go")
    @CommandAnswers
    ResponseEntity<CaseView> decline(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Decline body) {
        return desk.take(call, new Command.Plain(Step.DECLINE), new Words(Kind.DECLINE_REASON, body.text()));
    }

    @PostMapping("/lead")
    @Operation(summary = "Lead to another lawful way 引导 (Reg. 31(1)–(4))")
    @CommandAnswers
    ResponseEntity<CaseView> lead(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Lead body) {
        return desk.take(
                call,
                new Command.Lead(Choices.of(Elsewhere.class, "where", body.where())),
                new Words(Kind.LEAD_REASON, body.text()));
    }

    @PostMapping("/transfer")
    @Operation(summary = "Hand over to another unit 转送")
    @CommandAnswers
    ResponseEntity<CaseView> transfer(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Transfer body) {
        return desk.take(call, new Command.HandOver(body.unit(), null), note(body.note()));
    }

    @PostMapping("/assign")
    @Operation(summary = "Hand over with a date and a report that is owed 交办")
    @CommandAnswers
    ResponseEntity<CaseView> assign(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Assignment body) {
        return desk.take(call, new Command.HandOver(body.unit(), body.dueOn()), note(body.text()));
    }

    @PostMapping("/object")
    @Operation(summary = "Object to having been handed the case 异议, within its working days")
    @CommandAnswers
    ResponseEntity<CaseView> object(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Text body) {
        return desk.take(call, new Command.Plain(Step.OBJECT), note(body.text()));
    }

    @PostMapping("/take-back")
    @Operation(summary = "Agree with an objection: the case comes back by the day it was owed before")
    @CommandAnswers
    ResponseEntity<CaseView> takeBack(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call) {
        return desk.take(call, new Command.Plain(Step.TAKE_BACK), null);
    }

    @PostMapping("/insist")
    @Operation(summary = "Disagree with an objection: the common superior decides (Reg. 24)")
    @CommandAnswers
    ResponseEntity<CaseView> insist(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Text body) {
        return desk.take(call, new Command.Plain(Step.INSIST), note(body.text()));
    }

    @PostMapping("/decide-unit")
    @Operation(summary = "Decide, as the common superior, whose case it is")
    @CommandAnswers
    ResponseEntity<CaseView> decideUnit(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.UnitDecision body) {
        return desk.take(call, new Command.DecideUnit(body.unit()), note(body.text()));
    }

    @PostMapping("/report-back")
    @Operation(summary = "File the report that is owed to who assigned or supervises")
    @CommandAnswers
    ResponseEntity<CaseView> reportBack(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Text body) {
        return desk.take(call, new Command.Plain(Step.REPORT_BACK), note(body.text()));
    }

    @PostMapping("/extend")
    @Operation(summary = "Extend the limit for handling 延长, once, by the unit's head or above (Reg. 34)")
    @CommandAnswers
    ResponseEntity<CaseView> extend(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Extension body) {
        return desk.take(call, new Command.Extend(body.days()), new Words(Kind.EXTENSION_REASON, body.reason()));
    }

    @PostMapping("/answer")
    @Operation(summary = "Answer 答复 what needs no written opinion")
    @CommandAnswers
    ResponseEntity<CaseView> answer(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Text body) {
        return desk.take(call, new Command.Plain(Step.ANSWER), new Words(Kind.ANSWER, body.text()));
    }

    @PostMapping("/give-opinion")
    @Operation(summary = "Give the written opinion 处理意见书, or that of a review or re-review (Reg. 32, 35, 36)")
    @CommandAnswers
    ResponseEntity<CaseView> giveOpinion(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Opinion body) {
        return desk.take(
                call,
                new Command.GiveOpinion(Choices.of(OpinionOutcome.class, "outcome", body.outcome()), body.open()),
                new Words(Kind.OPINION, body.text()));
    }

    @PostMapping("/serve")
    @Operation(summary = "Note the service of the opinion 送达")
    @CommandAnswers
    ResponseEntity<CaseView> serve(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Service body) {
        return desk.take(
                call,
                new Command.Serve(
                        Choices.of(ServiceKind.class, "how", body.how()),
                        body.servedOn(),
                        Boolean.TRUE.equals(body.refused())),
                note(body.proof()));
    }

    @PostMapping("/fulfil")
    @Operation(summary = "Note the proof that a promise was kept")
    @CommandAnswers
    ResponseEntity<CaseView> fulfil(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Fulfilment body) {
        return desk.take(call, new Command.Fulfil(body.promise()), note(body.proof()));
    }

    @PostMapping("/close")
    @Operation(summary = "Close 办结")
    @CommandAnswers
    ResponseEntity<CaseView> close(@Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call) {
        return desk.take(call, new Command.Plain(Step.CLOSE), null);
    }

    @PostMapping("/take-up")
    @Operation(summary = "Take up the request for a review or re-review")
    @CommandAnswers
    ResponseEntity<CaseView> takeUp(@Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call) {
        return desk.take(call, new Command.Plain(Step.TAKE_UP), null);
    }

    @PostMapping("/hear")
    @Operation(summary = "Note the days of a hearing 听证, which the re-review's limit does not count (Reg. 36)")
    @CommandAnswers
    ResponseEntity<CaseView> hear(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Hearing body) {
        return desk.take(call, new Command.Hear(body.from(), body.to()), note(body.note()));
    }

    @PostMapping("/merge")
    @Operation(summary = "Join to another petition of the same matter 合并")
    @CommandAnswers
    ResponseEntity<CaseView> merge(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Merging body) {
        desk.requireSurvivor(call, "into", body.into());
        return desk.take(call, new Command.Merge(body.into()), note(body.reason()));
    }

    @PostMapping("/supervise")
    @Operation(summary = "Push formally 督办, with an instruction, a date and a report that is owed")
    @CommandAnswers
    ResponseEntity<CaseView> supervise(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Supervision body) {
        return desk.take(
                call,
                new Command.Supervise(Choices.of(SupervisionLevel.class, "level", body.level()), body.dueOn()),
                note(body.instruction()));
    }

    @PostMapping("/confirm-count")
    @Operation(summary = "Confirm how many people are behind it, where the petition only claims a number")
    @CommandAnswers
    ResponseEntity<CaseView> confirmCount(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Count body) {
        return desk.take(call, new Command.ConfirmCount(body.headCount()), note(body.note()));
    }

    @PostMapping("/screen")
    @Operation(summary = "Say whom it is about: it is kept from them, one level above them (Reg. 30), or from nobody")
    @CommandAnswers
    ResponseEntity<CaseView> screen(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Screening body) {
        return desk.take(call, new Command.Screen(body.accused()), note(body.note()));
    }

    @PostMapping("/recuse")
    @Operation(summary = "Have an officer step out of it 回避 (Reg. 28)")
    @CommandAnswers
    ResponseEntity<CaseView> recuse(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Recusal body) {
        return desk.take(call, new Command.Recuse(body.officer()), note(body.reason()));
    }

    @PostMapping("/tell")
    @Operation(summary = "Note how the petitioner was told otherwise what a message could not tell")
    @CommandAnswers
    ResponseEntity<CaseView> tell(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Text body) {
        return desk.take(call, new Command.Plain(Step.TELL), note(body.text()));
    }

    @PostMapping("/comment")
    @Operation(summary = "Write a note that only officers read; no date moves")
    @CommandAnswers
    ResponseEntity<CaseView> comment(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Text body) {
        return desk.take(call, new Command.Plain(Step.COMMENT), note(body.text()));
    }

    @PostMapping("/reclassify")
    @Operation(summary = "Correct the topic; no date moves")
    @CommandAnswers
    ResponseEntity<CaseView> reclassify(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Reclassification body) {
        return desk.take(call, new Command.Reclassify(body.topic()), note(body.reason()));
    }

    @PostMapping("/reassign")
    @Operation(summary = "Give to another post; no date moves")
    @CommandAnswers
    ResponseEntity<CaseView> reassign(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Reassignment body) {
        return desk.take(call, new Command.Reassign(body.post()), note(body.reason()));
    }

    @PostMapping("/redact")
    @Operation(
            summary = "Propose to black out words of the petitioner's, or do it at the petitioner's wish;"
                    + " the words themselves stay sealed as they came")
    @CommandAnswers
    ResponseEntity<CaseView> redact(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.Blackening body) {
        Command.Redact redaction = new Command.Redact(body.field(), body.from(), body.to(), body.wish());
        desk.requireWithin(call, redaction);
        return desk.take(call, redaction, note(body.reason()));
    }

    @PostMapping("/confirm-redaction")
    @Operation(summary = "Black out what was proposed, from the office above or in the review")
    @CommandAnswers
    ResponseEntity<CaseView> confirmRedaction(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.RedactionChoice body) {
        return desk.take(call, new Command.ConfirmRedaction(body.redaction()), note(body.note()));
    }

    @PostMapping("/undo-redaction")
    @Operation(summary = "Show words again, or withdraw one's own proposal to black them out")
    @CommandAnswers
    ResponseEntity<CaseView> undoRedaction(
            @Parameter(hidden = true) @ModelAttribute(binding = false) CommandDesk.Call call,
            @Valid @RequestBody CommandBodies.RedactionChoice body) {
        return desk.take(call, new Command.UndoRedaction(body.redaction()), note(body.note()));
    }

    private static @Nullable Words note(@Nullable String text) {
        return text == null || Characters.isInvisible(text) ? null : new Words(Kind.NOTE, text);
    }
}
