package org.redress.routing.procedure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an officer wants done with a case; the words that belong to it are sealed apart. */
public sealed interface Command {

    /** The step it takes. */
    Step step();

    /**
     * Note that arbitration or a court has to do with what it asks for, or that this is so no more.
     *
     * @param mark what is so
     * @param body which arbitration or court; absent where none is any more
     * @param on since when; absent where none is any more
     */
    record SetMark(
            Mark mark, @Nullable String body, @Nullable LocalDate on) implements Command {

        /** What a body outside has to do with it. */
        public enum Mark {
            /** Arbitration decides 仲裁中. */
            IN_ARBITRATION,
            /** A court has judged 已判决. */
            JUDGED,
            /** Neither, or not any more. */
            NONE
        }

        @Override
        public Step step() {
            return Step.SET_MARK;
        }
    }

    /** A command without particulars: take back, take up, answer, close, object, insist, report back, comment. */
    record Plain(Step step) implements Command {}

    /**
     * Accept.
     *
     * @param way how it will be handled
     */
    record Accept(Way way) implements Command {
        @Override
        public Step step() {
            return Step.ACCEPT;
        }
    }

    /**
     * Lead to another lawful way.
     *
     * @param where which way
     */
    record Lead(ReferralChannel where) implements Command {
        @Override
        public Step step() {
            return Step.LEAD;
        }
    }

    /**
     * Hand over to a unit, with a date or without.
     *
     * @param unit code of the unit
     * @param dueOn day the report is owed by; absent for a mere transfer
     */
    record HandOver(String unit, @Nullable LocalDate dueOn) implements Command {
        @Override
        public Step step() {
            return dueOn == null ? Step.TRANSFER : Step.ASSIGN;
        }
    }

    /**
     * Decide whose it is.
     *
     * @param unit code of the unit
     */
    record DecideUnit(String unit) implements Command {
        @Override
        public Step step() {
            return Step.DECIDE_UNIT;
        }
    }

    /**
     * Extend the limit for handling.
     *
     * @param days natural days, from 1 to 30 (Reg. 34)
     */
    record Extend(int days) implements Command {
        /** The most that may be added, in all. */
        public static final int MOST = 30;

        @Override
        public Step step() {
            return Step.EXTEND;
        }
    }

    /**
     * Ask for an extension of the limit for handling.
     *
     * @param days natural days, as of {@link Extend}
     */
    record AskExtension(int days) implements Command {
        @Override
        public Step step() {
            return Step.ASK_EXTENSION;
        }
    }

    /**
     * Give the written opinion, or that of a review.
     *
     * @param outcome what it comes to
     * @param promises what is promised, each by whom and by when; only a supporting opinion promises
     */
    record GiveOpinion(OpinionOutcome outcome, List<Promise> promises) implements Command {
        /** Keeps its own copy. */
        public GiveOpinion {
            promises = List.copyOf(promises);
        }

        @Override
        public Step step() {
            return Step.GIVE_OPINION;
        }
    }

    /**
     * Note the service of the opinion.
     *
     * @param how how it was served
     * @param on the day it reached the petitioner; absent while that is not known
     * @param refused true when the petitioner refused to take it
     */
    record Serve(ServiceKind how, @Nullable LocalDate on, boolean refused) implements Command {
        @Override
        public Step step() {
            return Step.SERVE;
        }
    }

    /**
     * Note that a paper was sent to the petitioner, or came back.
     *
     * @param sending which of both
     * @param on the day it was; absent for today
     */
    record NoteSending(Sending sending, @Nullable LocalDate on) implements Command {

        /** What becomes of a paper on its way. */
        public enum Sending {
            /** It was sent. */
            SENT,
            /** It came back, and did not reach the petitioner. */
            CAME_BACK
        }

        @Override
        public Step step() {
            return Step.NOTE_SENDING;
        }
    }

    /**
     * Note that a promise was kept.
     *
     * @param promise its number, from 1
     */
    record Fulfil(int promise) implements Command {
        @Override
        public Step step() {
            return Step.FULFIL;
        }
    }

    /**
     * Note a hearing.
     *
     * @param from its first day
     * @param to its last day
     */
    record Hear(LocalDate from, LocalDate to) implements Command {
        @Override
        public Step step() {
            return Step.HEAR;
        }
    }

    /**
     * File thanks.
     *
     * @param post post that they are passed on to, which has them from then on; absent where they are passed on to nobody
     */
    record FileThanks(@Nullable String post) implements Command {
        @Override
        public Step step() {
            return Step.FILE_THANKS;
        }
    }

    /**
     * Join to another petition.
     *
     * @param into id of that petition
     */
    record Merge(String into) implements Command {
        @Override
        public Step step() {
            return Step.MERGE;
        }
    }

    /**
     * Supervise.
     *
     * @param level how urgent it is
     * @param dueOn day the unit's report is owed by
     */
    record Supervise(SupervisionLevel level, LocalDate dueOn) implements Command {
        @Override
        public Step step() {
            return Step.SUPERVISE;
        }
    }

    /**
     * Propose how it is to be handled.
     *
     * @param leader post that is asked to instruct
     * @param lead code of the unit, or id of the post, that should handle it 主办
     * @param assisting codes of units and ids of posts that should help 协办
     */
    record Propose(String leader, String lead, List<String> assisting) implements Command {
        /** Keeps its own copy. */
        public Propose {
            assisting = List.copyOf(assisting);
        }

        @Override
        public Step step() {
            return Step.PROPOSE;
        }
    }

    /**
     * Instruct how it is to be handled.
     *
     * @param verdict whether as proposed
     * @param lead code of the unit, or id of the post, that is to handle it
     * @param assisting codes of units and ids of posts that are to help
     * @param dueOn day by which that is to be done
     */
    record Instruct(Verdict verdict, String lead, List<String> assisting, LocalDate dueOn) implements Command {

        /** Whether a leader instructs as was proposed. */
        public enum Verdict {
            /** As proposed. */
            AS_PROPOSED,
            /** Otherwise. */
            OTHERWISE
        }

        /** Keeps its own copy. */
        public Instruct {
            assisting = List.copyOf(assisting);
        }

        @Override
        public Step step() {
            return Step.INSTRUCT;
        }
    }

    /**
     * Ask for a part.
     *
     * @param post post that is asked
     * @param dueOn day it is owed by
     */
    record AskPart(String post, LocalDate dueOn) implements Command {
        @Override
        public Step step() {
            return Step.ASK_PART;
        }
    }

    /**
     * Return a part.
     *
     * @param part its number, from 1
     */
    record ReturnPart(int part) implements Command {
        @Override
        public Step step() {
            return Step.RETURN_PART;
        }
    }

    /**
     * Note a day that somebody was given or promised.
     *
     * @param kind by whom, or to whom
     * @param dueOn the day
     */
    record SetTarget(Kind kind, LocalDate dueOn) implements Command {

        /** What makes a day one to keep. */
        public enum Kind {
            /** A leader instructed it 批示要求. */
            INSTRUCTED,
            /** The petitioner was promised it 对信访人的承诺; the petitioner sees it. */
            PROMISED,
            /** Something outside happens on it 外部日子. */
            OUTSIDE,
            /** Whoever has the case set it 自定. */
            OWN
        }

        @Override
        public Step step() {
            return Step.SET_TARGET;
        }
    }

    /**
     * Note what became of such a day.
     *
     * @param target its number, from 1
     * @param ending what became of it
     */
    record EndTarget(int target, Ending ending) implements Command {

        /** What becomes of a day. */
        public enum Ending {
            /** What was to be done by it is done. */
            MET,
            /** It is put down; it stays to be read as it was. */
            PUT_DOWN
        }

        @Override
        public Step step() {
            return Step.END_TARGET;
        }
    }

    /**
     * Note a call-back.
     *
     * @param reached whether the petitioner was reached
     * @param withUnit how satisfied with the unit that handled it; absent where nobody was reached
     * @param withOffice how satisfied with the petition office; absent where that was not said
     * @param promised whether what was promised is done, as the petitioner sees it; absent where that was not said
     */
    record CallBack(
            ContactOutcome reached,
            @Nullable Satisfaction withUnit,
            @Nullable Satisfaction withOffice,
            @Nullable Promised promised)
            implements Command {

        /** How satisfied a petitioner is 满意度评价. */
        public enum Satisfaction {
            /** Satisfied. */
            SATISFIED,
            /** Satisfied in the main. */
            BASICALLY,
            /** Not satisfied. */
            NOT_SATISFIED
        }

        /** What became of a promise, as the petitioner sees it. */
        public enum Promised {
            /** It was kept. */
            KEPT,
            /** It was not. */
            NOT_KEPT
        }

        @Override
        public Step step() {
            return Step.CALL_BACK;
        }
    }

    /**
     * Reply to the body outside that sent it.
     *
     * @param reply a first word or the answer
     * @param on the day it was said; absent where that is today
     */
    record ReplyToBody(Reply reply, @Nullable LocalDate on) implements Command {

        /** What a body outside waits for. */
        public enum Reply {
            /** A first word. */
            FIRST,
            /** The answer. */
            ANSWER
        }

        @Override
        public Step step() {
            return Step.REPLY_TO_BODY;
        }
    }

    /**
     * Confirm how many people are behind it.
     *
     * @param headCount the number, from 1
     */
    record ConfirmCount(int headCount) implements Command {
        @Override
        public Step step() {
            return Step.CONFIRM_COUNT;
        }
    }

    /**
     * Say whom it is about.
     *
     * @param accused ids of the officers; empty when it is about nobody
     * @param cleared ids of officers whom a person found before, whom it is not about after all
     */
    record Screen(List<String> accused, List<String> cleared) implements Command {
        /** Keeps its own copies. */
        public Screen {
            accused = List.copyOf(accused);
            cleared = List.copyOf(cleared);
        }

        /** Of what nobody found before. */
        public Screen(List<String> accused) {
            this(accused, List.of());
        }

        @Override
        public Step step() {
            return Step.SCREEN;
        }
    }

    /**
     * Have an officer step out.
     *
     * @param officer id of the officer
     */
    record Recuse(String officer) implements Command {
        @Override
        public Step step() {
            return Step.RECUSE;
        }
    }

    /**
     * Note a contact.
     *
     * @param how how the petitioner was contacted
     * @param outcome whether the petitioner was reached
     */
    record NoteContact(ContactWay how, ContactOutcome outcome) implements Command {
        @Override
        public Step step() {
            return Step.NOTE_CONTACT;
        }
    }

    /**
     * Write the heading.
     *
     * @param heading neutral words, checked against the case and the organisation
     */
    record SetHeading(String heading) implements Command {
        @Override
        public Step step() {
            return Step.SET_HEADING;
        }
    }

    /**
     * Correct the topic.
     *
     * @param topic code in the topic tree
     */
    record Reclassify(String topic) implements Command {
        @Override
        public Step step() {
            return Step.RECLASSIFY;
        }
    }

    /**
     * Give to another post.
     *
     * @param post id of the post
     */
    record Reassign(String post) implements Command {
        @Override
        public Step step() {
            return Step.REASSIGN;
        }
    }

    /**
     * Propose to black out words, or do it at the petitioner's wish.
     *
     * @param field {@code subject}, {@code text} or {@code place} of the petition, or the id of a text of the petitioner's
     * @param from first character to black out, as a reader counts them, from 0
     * @param to character after the last
     * @param wish id of the petitioner's text that wishes it; absent where an officer proposes it
     * @param aboutNobody true where it was found that the words mean no officer, so that they may be hidden meanwhile
     */
    record Redact(String field, int from, int to, @Nullable String wish, boolean aboutNobody) implements Command {

        /** One whose words nobody has looked at. */
        public Redact(String field, int from, int to, @Nullable String wish) {
            this(field, from, to, wish, false);
        }

        /** The same with words that mean no officer. */
        public Redact meaningNobody() {
            return new Redact(field, from, to, wish, true);
        }

        @Override
        public Step step() {
            return Step.REDACT;
        }
    }

    /**
     * Black out what was proposed.
     *
     * @param redaction its number, from 1
     */
    record ConfirmRedaction(int redaction) implements Command {
        @Override
        public Step step() {
            return Step.CONFIRM_REDACTION;
        }
    }

    /**
     * Show words again, or withdraw the proposal to black them out.
     *
     * @param redaction its number, from 1
     */
    record UndoRedaction(int redaction) implements Command {
        @Override
        public Step step() {
            return Step.UNDO_REDACTION;
        }
    }

    /**
     * Let words open to named officers alone.
     *
     * @param posts posts whose holders are named, beside who limits it
     */
    record LimitReading(List<String> posts) implements Command {
        /** Keeps its own copy. */
        public LimitReading {
            posts = List.copyOf(posts);
        }

        @Override
        public Step step() {
            return Step.LIMIT_READING;
        }
    }

    /**
     * Refer to care.
     *
     * @param post post of one of the named, who is asked
     * @param on day by which the petitioner is to be contacted
     */
    record AskNamed(String post, LocalDate on) implements Command {
        @Override
        public Step step() {
            return Step.ASK_NAMED;
        }
    }

    /**
     * Note a contact of that kind.
     *
     * @param how how the petitioner was contacted
     * @param outcome whether the petitioner was reached
     * @param nextOn day of the next contact; absent where there is to be none
     */
    record NoteNamed(
            ContactWay how,
            ContactOutcome outcome,
            @Nullable LocalDate nextOn) implements Command {
        @Override
        public Step step() {
            return Step.NOTE_NAMED;
        }
    }
}
