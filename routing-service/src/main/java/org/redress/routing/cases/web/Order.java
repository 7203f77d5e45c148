package org.redress.routing.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Json;
import org.redress.platform.words.Characters;
import org.redress.routing.cases.CaseCommands.Words;
import org.redress.routing.cases.CaseText.Kind;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.ContactOutcome;
import org.redress.routing.procedure.ContactWay;
import org.redress.routing.procedure.OpinionOutcome;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.ReferralChannel;
import org.redress.routing.procedure.ServiceKind;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
import org.redress.routing.procedure.Way;
import tools.jackson.databind.node.ObjectNode;

/**
 * An officer's order as it is given at the door: what it holds, within which bounds, and which command and words it comes
 * to. The record is all there is to describe: the interface, its description and the form on the page are made of it.
 */
sealed interface Order {

    int LONGEST_TEXT = 20_000;
    int LONGEST_NAME = 100;
    int LONGEST_HEADING = 200;

    /** As Java and ECMA-262 both read it. */
    String ONE_LINE = "^[^\\n\\r\\u2028\\u2029]*$";

    /** Which step an order takes. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Takes {

        /** The step, which also names the order's address. */
        Step value();

        /** One line of the interface's description. */
        String summary();
    }

    /** Of which list a code is. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    @interface CodeOf {

        /** The list. */
        Codes value();
    }

    /** Lists whose codes stand in orders. */
    enum Codes {
        /** Units of the organisation in effect. */
        UNITS,
        /** Its posts. */
        POSTS,
        /** Both: departments are posts without a unit. */
        PLACES,
        /** Posts of the line above the case. */
        LEADERS,
        /** Who holds them. */
        OFFICERS,
        /** Whom a person found the case to be about. */
        FOUND,
        /** Topics of the tree in effect. */
        TOPICS,
        /** Open promises of the case, by number. */
        PROMISES,
        /** Parts that others have not returned, by number. */
        PARTS,
        /** Days that are not met, by number. */
        TARGETS,
        /** Redactions of the case, by number. */
        REDACTIONS
    }

    /** What is to be done, without words. */
    Command command();

    /** The words that belong to it, which are sealed; absent where there are none. */
    default @Nullable Words words() {
        return null;
    }

    /**
     * Requires what only the case can tell before the command is tried.
     *
     * @throws org.redress.platform.web.InvalidRequestException when it does not hold
     */
    default void require(CommandDesk desk, CommandDesk.Call call) {}

    private static @Nullable Words noted(@Nullable String text) {
        return text == null || Characters.isInvisible(text) ? null : new Words(Kind.NOTE, text);
    }

    /**
     * How an accepted case is handled.
     *
     * @param way ordinary, simplified or own-duty; ordinary where it is left out
     */
    @Takes(value = Step.ACCEPT, summary = "Accept 受理: the handling limit starts")
    record Acceptance(@Nullable Way way) implements Order {
        @Override
        public Command command() {
            return new Command.Accept(way == null ? Way.ORDINARY : way);
        }
    }

    /**
     * Why a case is not accepted.
     *
     * @param reason told to the petitioner
     * @param whereToGo the body that is competent, told to the petitioner
     */
    @Takes(value = Step.DECLINE, summary = "Decline 不予受理, with the reason and where to go")
    record Decline(
            @NotBlank @Size(max = LONGEST_TEXT) String reason,
            @Nullable @Size(max = 2_000) String whereToGo) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.DECLINE);
        }

        @Override
        public @Nullable Words words() {
            return new Words(
                    Kind.DECLINE_REASON,
                    whereToGo == null || Characters.isInvisible(whereToGo) ? reason : reason + "\n\n" + whereToGo);
        }
    }

    /**
     * Where a case is led.
     *
     * @param where judicial, arbitration, party or administrative
     * @param text why and which body, told to the petitioner
     */
    @Takes(value = Step.LEAD, summary = "Lead to another lawful way 引导 (Reg. 31(1)–(4))")
    record Lead(
            @NotNull ReferralChannel where,
            @NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Lead(where);
        }

        @Override
        public @Nullable Words words() {
            return new Words(Kind.LEAD_REASON, text);
        }
    }

    /**
     * The unit a case is handed to.
     *
     * @param unit its code
     * @param note for the unit; may be left out
     */
    @Takes(value = Step.TRANSFER, summary = "Hand over to another unit 转送")
    record Transfer(
            @CodeOf(Codes.UNITS) @NotBlank @Size(max = LONGEST_NAME)
            String unit,

            @Nullable @Size(max = LONGEST_TEXT) String note)
            implements Order {
        @Override
        public Command command() {
            return new Command.HandOver(unit, null);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * The unit a case is assigned to.
     *
     * @param unit its code
     * @param dueOn day the report is owed by, after today and within five years
     * @param text what is asked for
     */
    @Takes(value = Step.ASSIGN, summary = "Hand over with a date and a report that is owed 交办")
    record Assignment(
            @CodeOf(Codes.UNITS) @NotBlank @Size(max = LONGEST_NAME)
            String unit,

            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.HandOver(unit, dueOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * An objection.
     *
     * @param text why
     */
    @Takes(value = Step.OBJECT, summary = "Object to having been handed the case 异议, within its working days")
    record Objection(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.OBJECT);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /** Agreement with an objection. */
    @Takes(
            value = Step.TAKE_BACK,
            summary = "Agree with an objection: the case comes back by the day it was owed before")
    record TakingBack() implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.TAKE_BACK);
        }
    }

    /**
     * Disagreement with an objection.
     *
     * @param text why
     */
    @Takes(value = Step.INSIST, summary = "Disagree with an objection: the common superior decides (Reg. 24)")
    record Insistence(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.INSIST);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * The superior's decision whose case it is.
     *
     * @param unit code of the unit
     * @param text why
     */
    @Takes(value = Step.DECIDE_UNIT, summary = "Decide, as the common superior, whose case it is")
    record UnitDecision(
            @CodeOf(Codes.UNITS) @NotBlank @Size(max = LONGEST_NAME)
            String unit,

            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.DecideUnit(unit);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A report that is owed.
     *
     * @param text the report
     */
    @Takes(value = Step.REPORT_BACK, summary = "File the report that is owed to who assigned or supervises")
    record OwedReport(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.REPORT_BACK);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * An extension.
     *
     * @param days natural days, at most 30 (Reg. 34)
     * @param reason told to the petitioner; left out where somebody asked for it, whose reason is told then
     */
    @Takes(
            value = Step.EXTEND,
            summary = "Extend the limit for handling 延长, once, by the unit's head or above (Reg. 34)")
    record Extension(
            @NotNull @Min(1) @Max(30) Integer days,
            @Nullable @Size(max = LONGEST_TEXT) String reason) implements Order {
        @Override
        public Command command() {
            return new Command.Extend(days);
        }

        @Override
        public @Nullable Words words() {
            return reason == null || Characters.isInvisible(reason) ? null : new Words(Kind.EXTENSION_REASON, reason);
        }
    }

    /**
     * A request for an extension.
     *
     * @param days natural days, at most 30 (Reg. 34)
     * @param reason told to the petitioner where it is granted
     */
    @Takes(
            value = Step.ASK_EXTENSION,
            summary = "Ask the head to extend the limit for handling 申请延期; no date moves before")
    record ExtensionAsking(
            @NotNull @Min(1) @Max(30) Integer days,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) implements Order {
        @Override
        public Command command() {
            return new Command.AskExtension(days);
        }

        @Override
        public @Nullable Words words() {
            return new Words(Kind.EXTENSION_REASON, reason);
        }
    }

    /**
     * The refusal of an extension.
     *
     * @param text why, which only officers read
     */
    @Takes(
            value = Step.REFUSE_EXTENSION,
            summary = "Refuse an extension that is asked for, by the unit's head or above")
    record ExtensionRefusal(
            @NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.REFUSE_EXTENSION);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * An answer.
     *
     * @param text told to the petitioner
     */
    @Takes(value = Step.ANSWER, summary = "Answer 答复 what needs no written opinion")
    record Answer(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.ANSWER);
        }

        @Override
        public @Nullable Words words() {
            return new Words(Kind.ANSWER, text);
        }
    }

    /**
     * A written opinion (Reg. 32).
     *
     * @param outcome supported, explained or not-supported
     * @param request what the petitioner asks for
     * @param facts what was found
     * @param reasons why it is decided so
     * @param legalBasis what it is based on
     * @param promises what is promised; only by an opinion that supports
     */
    @Takes(
            value = Step.GIVE_OPINION,
            summary = "Give the written opinion 处理意见书, or that of a review or re-review (Reg. 32, 35, 36)")
    record Opinion(
            @NotNull OpinionOutcome outcome,

            @NotBlank @Size(max = 4_000) String request,
            @NotBlank @Size(max = 8_000) String facts,
            @NotBlank @Size(max = 6_000) String reasons,
            @NotBlank @Size(max = 2_000) String legalBasis,
            @Nullable @Size(max = 20) List<@Valid @NotNull Commitment> promises)
            implements Order {

        /**
         * A promise 承诺事项.
         *
         * @param what what will be done
         * @param owner post that does it
         * @param dueOn by when, after today and within five years
         */
        record Commitment(
                @NotBlank @Size(max = 1_000) String what,

                @CodeOf(Codes.POSTS) @NotBlank @Size(max = LONGEST_NAME)
                String owner,

                @NotNull LocalDate dueOn) {}

        @Override
        public Command.GiveOpinion command() {
            List<Commitment> commitments = promises == null ? List.of() : promises;
            return new Command.GiveOpinion(
                    outcome,
                    commitments.stream()
                            .map(promise -> Promise.of(promise.owner(), promise.dueOn()))
                            .toList());
        }

        /** The opinion as it is kept and told: JSON with these members. */
        @Override
        public Words words() {
            ObjectNode told = Json.MAPPER.valueToTree(this);
            return new Words(
                    Kind.OPINION, told.put("outcome", Names.of(outcome)).toString());
        }
    }

    /**
     * The service of an opinion, or of the notice that it was not accepted or led elsewhere.
     *
     * @param how in-person, post, electronic, left or announced
     * @param servedOn the day it reached the petitioner; left out while that is not known
     * @param refused true when the petitioner refused to take it; may be left out
     * @param proof who took it, or what proves it
     */
    @Takes(
            value = Step.SERVE,
            summary = "Note the service of the opinion 送达, or of the notice of what was not accepted or led elsewhere")
    record Service(
            @NotNull ServiceKind how,
            @Nullable LocalDate servedOn,
            @Nullable Boolean refused,
            @NotBlank @Size(max = LONGEST_TEXT) String proof)
            implements Order {
        @Override
        public Command command() {
            return new Command.Serve(how, servedOn, Boolean.TRUE.equals(refused));
        }

        @Override
        public @Nullable Words words() {
            return noted(proof);
        }
    }

    /**
     * A paper on its way to the petitioner.
     *
     * @param sending sent or came-back
     * @param sentOn the day, from the one on which it came to today; today where it is left out
     * @param text which paper, and how or why, which only officers read
     */
    @Takes(
            value = Step.NOTE_SENDING,
            summary = "Note that a paper was sent 寄出, or came back 退回; neither is service, and no limit ends")
    record PaperSent(
            Command.NoteSending.@NotNull Sending sending,
            @Nullable LocalDate sentOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.NoteSending(sending, sentOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A promise that was kept.
     *
     * @param promise its number, from 1
     * @param proof what proves it
     */
    @Takes(value = Step.FULFIL, summary = "Note the proof that a promise was kept")
    record Fulfilment(
            @CodeOf(Codes.PROMISES) @NotNull @Min(1) @Max(20)
            Integer promise,

            @NotBlank @Size(max = LONGEST_TEXT) String proof)
            implements Order {
        @Override
        public Command command() {
            return new Command.Fulfil(promise);
        }

        @Override
        public @Nullable Words words() {
            return noted(proof);
        }
    }

    /** An end. */
    @Takes(value = Step.CLOSE, summary = "Close 办结")
    record Closing() implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.CLOSE);
        }
    }

    /** The taking up of a request. */
    @Takes(value = Step.TAKE_UP, summary = "Take up the request for a review or re-review")
    record TakingUp() implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.TAKE_UP);
        }
    }

    /**
     * A hearing.
     *
     * @param from its first day
     * @param to its last day
     * @param note what was heard; may be left out
     */
    @Takes(
            value = Step.HEAR,
            summary = "Note the days of a hearing 听证, which the re-review's limit does not count (Reg. 36)")
    record Hearing(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable @Size(max = LONGEST_TEXT) String note) implements Order {
        @Override
        public Command command() {
            return new Command.Hear(from, to);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * The petition a case is joined to.
     *
     * @param into its id
     * @param reason why it is the same matter
     */
    @Takes(value = Step.MERGE, summary = "Join to another petition of the same matter 合并")
    record Merging(
            @NotBlank @Size(max = LONGEST_NAME) String into,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) implements Order {
        @Override
        public Command command() {
            return new Command.Merge(into);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }

        @Override
        public void require(CommandDesk desk, CommandDesk.Call call) {
            desk.requireSurvivor(call, "into", into);
        }
    }

    /** A reminder. */
    @Takes(value = Step.REMIND, summary = "Remind whoever holds it of its limits 催办, once a day")
    record Remind() implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.REMIND);
        }
    }

    /**
     * A supervision.
     *
     * @param level ordinary, yellow or red
     * @param dueOn day the report is owed by, after today and within five years
     * @param instruction what is asked for
     */
    @Takes(value = Step.SUPERVISE, summary = "Push formally 督办, with an instruction, a date and a report that is owed")
    record Supervision(
            @NotNull SupervisionLevel level,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String instruction)
            implements Order {
        @Override
        public Command command() {
            return new Command.Supervise(level, dueOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(instruction);
        }
    }

    /**
     * A proposal how to handle a case.
     *
     * @param leader post in the line above that is asked to instruct
     * @param lead unit or post that should handle it
     * @param assisting units and posts that should help; may be left out
     * @param text what is proposed, which only officers read
     */
    @Takes(value = Step.PROPOSE, summary = "Propose how to handle it 拟办意见, which waits for a leader's instruction")
    record HandlingProposal(
            @CodeOf(Codes.LEADERS) @NotBlank @Size(max = LONGEST_NAME)
            String leader,

            @CodeOf(Codes.PLACES) @NotBlank @Size(max = LONGEST_NAME)
            String lead,

            @CodeOf(Codes.PLACES) @Nullable @Size(max = 20) List<@NotBlank @Size(max = LONGEST_NAME) String> assisting,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.Propose(leader, lead, assisting == null ? List.of() : assisting);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A leader's instruction.
     *
     * @param verdict as-proposed or otherwise
     * @param lead unit or post that is to handle it
     * @param assisting units and posts that are to help; may be left out
     * @param dueOn day by which that is to be done, after today and within five years; it is noted as one to keep
     * @param text what is instructed, which only officers read
     */
    @Takes(value = Step.INSTRUCT, summary = "Instruct how to handle it 批示, as was proposed or otherwise")
    record LeadersInstruction(
            Command.Instruct.@NotNull Verdict verdict,

            @CodeOf(Codes.PLACES) @NotBlank @Size(max = LONGEST_NAME)
            String lead,

            @CodeOf(Codes.PLACES) @Nullable @Size(max = 20) List<@NotBlank @Size(max = LONGEST_NAME) String> assisting,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.Instruct(verdict, lead, assisting == null ? List.of() : assisting, dueOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A part that somebody else is asked to do.
     *
     * @param post post that is asked
     * @param dueOn day it is owed by, after today and within five years
     * @param text what is asked for, which only officers read
     */
    @Takes(value = Step.ASK_PART, summary = "Ask a post for a part of it 协办, by a day")
    record PartRequest(
            @CodeOf(Codes.POSTS) @NotBlank @Size(max = LONGEST_NAME)
            String post,

            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.AskPart(post, dueOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A part that is returned.
     *
     * @param part its number, from 1
     * @param text what was done or found, which only officers read
     */
    @Takes(value = Step.RETURN_PART, summary = "Return a part that was asked for")
    record PartReturn(
            @CodeOf(Codes.PARTS) @NotNull @Min(1) @Max(2_000)
            Integer part,

            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.ReturnPart(part);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A day that somebody was given or promised.
     *
     * @param kind instructed, promised, outside or own; the petitioner sees a day that was promised, without the words
     * @param dueOn the day, after today and within five years
     * @param text what is to be done, which only officers read
     */
    @Takes(
            value = Step.SET_TARGET,
            summary = "Note a day that somebody was given or promised 限时事项, which is no limit of the law")
    record TargetSetting(
            Command.SetTarget.@NotNull Kind kind,
            @NotNull LocalDate dueOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.SetTarget(kind, dueOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * What became of such a day.
     *
     * @param target its number, from 1
     * @param ending met or put-down; the day stays to be read as it was
     * @param text what was done, or why it is put down, which only officers read
     */
    @Takes(
            value = Step.END_TARGET,
            summary = "Note that what was to be done by a day is done, or put it down with the reason")
    record TargetEnding(
            @CodeOf(Codes.TARGETS) @NotNull @Min(1) @Max(2_000)
            Integer target,

            Command.EndTarget.@NotNull Ending ending,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.EndTarget(target, ending);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A call-back after the answer.
     *
     * @param outcome reached or not-reached
     * @param withUnit satisfied, basically or not-satisfied with the unit that handled it; for who was reached, and only then
     * @param withOffice the same with the petition office; may be left out
     * @param promised kept or not-kept, as the petitioner sees what was promised; may be left out
     * @param text what was said, which only officers read
     */
    @Takes(value = Step.CALL_BACK, summary = "Note how the petitioner sees the answer 回访, or that nobody was reached")
    record CallBack(
            @NotNull ContactOutcome outcome,
            Command.CallBack.@Nullable Satisfaction withUnit,
            Command.CallBack.@Nullable Satisfaction withOffice,
            Command.CallBack.@Nullable Promised promised,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.CallBack(outcome, withUnit, withOffice, promised);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A reply to the body outside that sent a case.
     *
     * @param reply first or answer
     * @param repliedOn the day it was said, from the day it came to today; today where it is left out
     * @param text what was said, which only officers read
     */
    @Takes(
            value = Step.REPLY_TO_BODY,
            summary = "Note a first word or the answer to the body outside that sent it 反馈来源; no limit of the law ends")
    record BodyReply(
            Command.ReplyToBody.@NotNull Reply reply,
            @Nullable LocalDate repliedOn,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.ReplyToBody(reply, repliedOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * The wish that the body outside takes a case back.
     *
     * @param text why, which only officers read
     */
    @Takes(
            value = Step.RETURN_TO_BODY,
            summary = "Ask the body outside to take it back 退回来源, until the day it set; the case goes on until it does")
    record BodyReturn(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.RETURN_TO_BODY);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * That the body outside took a case back.
     *
     * @param text told to the petitioner: who has it now, and where to turn
     */
    @Takes(value = Step.CONFIRM_RETURN, summary = "Note that the body outside took it back 确认退回: it ends here")
    record ReturnConfirmation(
            @NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.CONFIRM_RETURN);
        }

        @Override
        public @Nullable Words words() {
            return new Words(Kind.RETURN_REASON, text);
        }
    }

    /**
     * That the body outside does not take a case back.
     *
     * @param text what it says, which only officers read
     */
    @Takes(
            value = Step.REFUSE_RETURN,
            summary = "Note that the body outside does not take it back: it goes on as before")
    record ReturnRefusal(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.REFUSE_RETURN);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * The taking in charge of a case.
     *
     * @param note why; may be left out
     */
    @Takes(value = Step.TAKE_CHARGE, summary = "Take it in personal charge 包案, as a leader of its line")
    record ChargeTaking(@Nullable @Size(max = LONGEST_TEXT) String note) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.TAKE_CHARGE);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * How many people are behind a case.
     *
     * @param headCount the number, from 1 to 100,000
     * @param note how it was counted
     */
    @Takes(
            value = Step.CONFIRM_COUNT,
            summary = "Confirm how many people are behind it, where the petition only claims a number")
    record Count(
            @NotNull @Min(1) @Max(100_000) Integer headCount,
            @NotBlank @Size(max = LONGEST_TEXT) String note) implements Order {
        @Override
        public Command command() {
            return new Command.ConfirmCount(headCount);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * Whom a case is about.
     *
     * @param accused ids of the officers; empty when it is about nobody
     * @param cleared ids of officers whom a person found before, whom it is not about after all; who stands above learns of it
     * @param note how that was found out; for who screens and those above them alone
     */
    @Takes(
            value = Step.SCREEN,
            summary = "Say whom it is about: it is kept from them, one level above them (Reg. 30), or from nobody")
    record Screening(
            @CodeOf(Codes.OFFICERS) @NotNull @Size(max = 20) List<@NotBlank @Size(max = LONGEST_NAME) String> accused,
            @CodeOf(Codes.FOUND) @Nullable @Size(max = 20) List<@NotBlank @Size(max = LONGEST_NAME) String> cleared,
            @NotBlank @Size(max = LONGEST_TEXT) String note)
            implements Order {
        @Override
        public Command command() {
            return new Command.Screen(accused, cleared == null ? List.of() : cleared);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * Who steps out of a case.
     *
     * @param officer id of the officer
     * @param reason which interest they have in it
     */
    @Takes(value = Step.RECUSE, summary = "Have an officer step out of it 回避 (Reg. 28)")
    record Recusal(
            @CodeOf(Codes.OFFICERS) @NotBlank @Size(max = LONGEST_NAME)
            String officer,

            @NotBlank @Size(max = LONGEST_TEXT) String reason)
            implements Order {
        @Override
        public Command command() {
            return new Command.Recuse(officer);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }
    }

    /**
     * How a petitioner was told otherwise.
     *
     * @param text how
     */
    @Takes(value = Step.TELL, summary = "Note how the petitioner was told otherwise what a message could not tell")
    record ToldOtherwise(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.TELL);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A contact with the petitioner.
     *
     * @param how call, visit, meeting or message
     * @param outcome reached or not-reached, which the petitioner sees on the way
     * @param text what was said, which only officers read
     */
    @Takes(
            value = Step.NOTE_CONTACT,
            summary = "Note that the petitioner was contacted 办理联系, or could not be; no date moves")
    record Contact(
            @NotNull ContactWay how,
            @NotNull ContactOutcome outcome,
            @NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.NoteContact(how, outcome);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A heading.
     *
     * @param heading what the case is about in a line, without names, numbers or the petitioner's own words
     */
    @Takes(
            value = Step.SET_HEADING,
            summary =
                    "Write the neutral heading 事由 that lists show: without names, long numbers or the petitioner's words")
    record Heading(
            @NotBlank @Size(max = LONGEST_HEADING) @Pattern(regexp = ONE_LINE, message = "field.lines")
            String heading) implements Order {
        @Override
        public Command.SetHeading command() {
            return new Command.SetHeading(heading);
        }

        @Override
        public void require(CommandDesk desk, CommandDesk.Call call) {
            desk.requireNeutral(call, heading);
        }
    }

    /**
     * The answer to what an appeal suggests beside what it asks for.
     *
     * @param text told to the petitioner
     */
    @Takes(
            value = Step.ANSWER_SUGGESTION,
            summary = "Answer what an appeal suggests 答复建议 beside what it asks for, which goes on")
    record SuggestionAnswer(
            @NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.ANSWER_SUGGESTION);
        }

        @Override
        public @Nullable Words words() {
            return new Words(Kind.SUGGESTION_ANSWER, text);
        }
    }

    /**
     * Thanks that are filed.
     *
     * @param post post that they are passed on to, which has them from then on; may be left out
     * @param note what only officers read; may be left out
     */
    @Takes(value = Step.FILE_THANKS, summary = "File thanks 表扬存档, passing them on to a post or not: it ends")
    record ThanksFiling(
            @CodeOf(Codes.POSTS) @Nullable @Size(max = LONGEST_NAME)
            String post,

            @Nullable @Size(max = LONGEST_TEXT) String note)
            implements Order {
        @Override
        public Command command() {
            return new Command.FileThanks(post);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * That arbitration or a court has to do with what a petition asks for.
     *
     * @param mark in-arbitration, judged or none; the petitioner sees which, and the day
     * @param on since when, up to today; needed unless there is none
     * @param body which arbitration or court, in a line that officers who open the case read; needed unless there is none
     */
    @Takes(
            value = Step.SET_MARK,
            summary = "Note that arbitration or a court has to do with it 仲裁中、已判决, or no more; no date moves")
    record Marking(
            Command.SetMark.@NotNull Mark mark,
            @Nullable LocalDate on,

            @Nullable @Size(max = LONGEST_HEADING) @Pattern(regexp = ONE_LINE, message = "field.lines")
            String body)
            implements Order {
        @Override
        public Command command() {
            return new Command.SetMark(mark, body, on);
        }
    }

    /**
     * A note.
     *
     * @param text what only officers read
     */
    @Takes(value = Step.COMMENT, summary = "Write a note that only officers read; no date moves")
    record Comment(@NotBlank @Size(max = LONGEST_TEXT) String text) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.COMMENT);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * Another topic.
     *
     * @param topic its code
     * @param reason why
     */
    @Takes(value = Step.RECLASSIFY, summary = "Correct the topic; no date moves")
    record Reclassification(
            @CodeOf(Codes.TOPICS) @NotBlank @Size(max = LONGEST_NAME)
            String topic,

            @NotBlank @Size(max = LONGEST_TEXT) String reason)
            implements Order {
        @Override
        public Command command() {
            return new Command.Reclassify(topic);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }
    }

    /**
     * Another post.
     *
     * @param post its id
     * @param reason why
     */
    @Takes(value = Step.REASSIGN, summary = "Give to another post; no date moves")
    record Reassignment(
            @CodeOf(Codes.POSTS) @NotBlank @Size(max = LONGEST_NAME)
            String post,

            @NotBlank @Size(max = LONGEST_TEXT) String reason)
            implements Order {
        @Override
        public Command command() {
            return new Command.Reassign(post);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }
    }

    /**
     * Words to black out.
     *
     * @param field subject, text or place of the petition, or the id of a text of the petitioner's
     * @param from first character, as a reader counts them, from 0
     * @param to character after the last, at most as many as the text has
     * @param wish id of the text in which the petitioner asks for it, which then takes effect at once; left out otherwise
     * @param reason why
     */
    @Takes(
            value = Step.REDACT,
            summary =
                    "Propose to black out words of the petitioner's, or do it at the petitioner's wish; the words themselves stay sealed as they came")
    record Blackening(
            @NotBlank @Size(max = LONGEST_NAME) String field,
            @NotNull @Min(0) Integer from,
            @NotNull @Min(1) Integer to,
            @Nullable @Size(max = LONGEST_NAME) String wish,
            @NotBlank @Size(max = LONGEST_TEXT) String reason)
            implements Order {
        @Override
        public Command.Redact command() {
            return new Command.Redact(field, from, to, wish);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }

        @Override
        public void require(CommandDesk desk, CommandDesk.Call call) {
            desk.requireWithin(call, command());
        }
    }

    /**
     * Words that are blacked out, or proposed to be.
     *
     * @param redaction their number, from 1
     * @param note why
     */
    @Takes(
            value = Step.CONFIRM_REDACTION,
            summary = "Black out what was proposed, from the office above or in the review")
    record Confirmation(
            @CodeOf(Codes.REDACTIONS) @NotNull @Min(1) @Max(200)
            Integer redaction,

            @NotBlank @Size(max = LONGEST_TEXT) String note)
            implements Order {
        @Override
        public Command command() {
            return new Command.ConfirmRedaction(redaction);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * Words that are blacked out, or proposed to be.
     *
     * @param redaction their number, from 1
     * @param note why
     */
    @Takes(value = Step.UNDO_REDACTION, summary = "Show words again, or withdraw one's own proposal to black them out")
    record Undoing(
            @CodeOf(Codes.REDACTIONS) @NotNull @Min(1) @Max(200)
            Integer redaction,

            @NotBlank @Size(max = LONGEST_TEXT) String note)
            implements Order {
        @Override
        public Command command() {
            return new Command.UndoRedaction(redaction);
        }

        @Override
        public @Nullable Words words() {
            return noted(note);
        }
    }

    /**
     * Who alone may read a case.
     *
     * @param posts posts whose holders are named, beside who limits it; at least one of them can handle the case
     * @param reason why; what it holds is not said here
     */
    @Takes(
            value = Step.LIMIT_READING,
            summary =
                    "Let its words open to named officers alone 限定阅看, or change who they are; all others see that it is there")
    record ReadingLimit(
            @CodeOf(Codes.POSTS) @NotNull @Size(min = 1, max = 10)
            List<@NotBlank @Size(max = LONGEST_NAME) String> posts,

            @NotBlank @Size(max = LONGEST_TEXT) String reason)
            implements Order {
        @Override
        public Command command() {
            return new Command.LimitReading(posts);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }
    }

    /**
     * The end of such a limit.
     *
     * @param reason why
     */
    @Takes(value = Step.LIFT_LIMIT, summary = "Let its words open again to everybody who has a right to them")
    record LimitLifting(@NotBlank @Size(max = LONGEST_TEXT) String reason) implements Order {
        @Override
        public Command command() {
            return new Command.Plain(Step.LIFT_LIMIT);
        }

        @Override
        public @Nullable Words words() {
            return noted(reason);
        }
    }

    /**
     * Which of the named gets in touch with the petitioner.
     *
     * @param post post of who is asked, one of the named
     * @param on day by which, today or later
     * @param text what is asked for, which only the named read
     */
    @Takes(
            value = Step.ASK_NAMED,
            summary = "Ask one of the named to get in touch with the petitioner by a day; only the named learn of it")
    record NamedAsk(
            @CodeOf(Codes.POSTS) @NotBlank @Size(max = LONGEST_NAME)
            String post,

            @NotNull LocalDate on,
            @NotBlank @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.AskNamed(post, on);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }

    /**
     * A contact of who was asked for that.
     *
     * @param how call, visit, meeting or message
     * @param outcome reached or not-reached; the petitioner's way shows nothing of it
     * @param nextOn day of the next contact, today or later; left out where there is to be none
     * @param text what was agreed, which only the named read; may be left out
     */
    @Takes(
            value = Step.NOTE_NAMED,
            summary = "Note a contact of who was asked for it, and the day of the next one; only the named learn of it")
    record NamedContact(
            @NotNull ContactWay how,
            @NotNull ContactOutcome outcome,
            @Nullable LocalDate nextOn,
            @Nullable @Size(max = LONGEST_TEXT) String text)
            implements Order {
        @Override
        public Command command() {
            return new Command.NoteNamed(how, outcome, nextOn);
        }

        @Override
        public @Nullable Words words() {
            return noted(text);
        }
    }
}
