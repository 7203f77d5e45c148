package org.redress.routing.procedure;

import java.util.Set;

/** What an officer can do with a case; a step without a rule of its own is possible while something is owed. */
public enum Step {
    /** Decide to accept it 受理. */
    ACCEPT(Trait.EVERY_WAY),
    /** Decide not to accept it 不予受理, with the reason and where to go. */
    DECLINE(Trait.EVERY_WAY),
    /** Lead it to another lawful way 引导 (Reg. 31(1)–(4)). */
    LEAD,
    /** Hand it over to another unit 转送. */
    TRANSFER(Trait.ENDLESS),
    /** Hand it over with a date and a report that is owed 交办. */
    ASSIGN(Trait.ENDLESS),
    /** Object to having been handed it 异议. */
    OBJECT(Trait.SHOWN),
    /** Agree with an objection and take it back. */
    TAKE_BACK(Trait.SHOWN),
    /** Disagree with an objection, so that the common superior decides. */
    INSIST(Trait.SHOWN),
    /** Decide, as the common superior, whose it is (Reg. 24). */
    DECIDE_UNIT,
    /** File the report that is owed to who assigned or supervises. */
    REPORT_BACK,
    /** Extend the limit for handling 延长办理期限. */
    EXTEND,
    /** Ask the head to extend the limit for handling 申请延期, in place of what was asked before. */
    ASK_EXTENSION(Trait.NAMED, Trait.ENDLESS, Trait.MOVES_NO_DATE),
    /** Refuse as the head to extend it, with the reason. */
    REFUSE_EXTENSION(Trait.NAMED, Trait.MOVES_NO_DATE),
    /** Answer 答复 what needs no written opinion. */
    ANSWER(Trait.EVERY_WAY),
    /** Answer what an appeal suggests 答复建议 beside what it asks for, which goes on. */
    ANSWER_SUGGESTION(Trait.NAMED),
    /** Give the written opinion 处理意见书, or that of a review or re-review. */
    GIVE_OPINION,
    /** Note that the opinion, or the notice that it was not accepted or led elsewhere, was served 送达. */
    SERVE(Trait.SHOWN),
    /** Note that a paper was sent to the petitioner 寄出, or came back 退回; neither is service. */
    NOTE_SENDING(Trait.NAMED, Trait.EVERY_WAY, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Note the proof that a promise was kept. */
    FULFIL(Trait.SHOWN),
    /** Note how the petitioner saw it after the answer 回访, or that nobody was reached. */
    CALL_BACK(Trait.NAMED, Trait.EVERY_WAY, Trait.MOVES_NO_DATE),
    /** End it 办结. */
    CLOSE(Trait.EVERY_WAY),
    /** Take up 受理 the request for a review or re-review. */
    TAKE_UP,
    /** Note the days of a hearing 听证 in a re-review. */
    HEAR(Trait.SHOWN, Trait.ENDLESS),
    /** File thanks 表扬存档, passing them on to a post or not, which ends it. */
    FILE_THANKS(Trait.NAMED, Trait.SHOWN, Trait.MOVES_NO_DATE),
    /** Join it to another petition of the same matter 合并. */
    MERGE(Trait.ASIDE),
    /** Propose how it is to be handled 拟办意见, on which a leader instructs. */
    PROPOSE(Trait.NAMED, Trait.ENDLESS, Trait.MOVES_NO_DATE),
    /** Instruct 批示 how it is to be handled, as was proposed or otherwise, or where nothing was. */
    INSTRUCT(Trait.NAMED, Trait.ENDLESS, Trait.MOVES_NO_DATE),
    /** Take it in personal charge as a leader 包案. */
    TAKE_CHARGE(Trait.NAMED, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Ask a post for a part of it 协办, by a day. */
    ASK_PART(Trait.NAMED, Trait.ENDLESS, Trait.ASIDE),
    /** Return a part that was asked for. */
    RETURN_PART(Trait.NAMED),
    /** Note what was said to the body outside that sent it 反馈来源: a first word, or the answer. */
    REPLY_TO_BODY(Trait.NAMED, Trait.EVERY_WAY, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Ask the body outside to take it back 退回来源. */
    RETURN_TO_BODY(Trait.NAMED, Trait.EVERY_WAY, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Note that the body outside took it back 确认退回, which ends it here. */
    CONFIRM_RETURN(Trait.NAMED, Trait.EVERY_WAY, Trait.ASIDE),
    /** Note that the body outside does not take it back, so that it goes on as before. */
    REFUSE_RETURN(Trait.NAMED, Trait.EVERY_WAY, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Note a day that somebody was given or promised 限时事项, which is no limit of the law. */
    SET_TARGET(Trait.NAMED, Trait.EVERY_WAY, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Note that what was to be done by such a day is done, or put it down with the reason. */
    END_TARGET(Trait.NAMED, Trait.EVERY_WAY, Trait.MOVES_NO_DATE),
    /** Remind whoever holds it of its limits 催办, as the office above or a leader of its line. */
    REMIND(Trait.NAMED, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Push it formally 督办, with an instruction, a date and a report that is owed. */
    SUPERVISE(Trait.ENDLESS, Trait.ASIDE),
    /** Confirm how many people are behind it, where the petition only claims a number. */
    CONFIRM_COUNT(Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Say whom it is about, as a person has found out: from then on it is kept from them, or from nobody. */
    SCREEN,
    /** Have an officer step out of it 回避 (Reg. 28). */
    RECUSE(Trait.EVERY_WAY, Trait.ASIDE),
    /** Note how the petitioner was told otherwise what a message could not tell. */
    TELL,
    /** Note that the petitioner was contacted 办理联系, or could not be. */
    NOTE_CONTACT(Trait.EVERY_WAY, Trait.ENDLESS, Trait.SHOWN, Trait.MOVES_NO_DATE),
    /** Write the neutral heading 事由 under which it is listed. */
    SET_HEADING(Trait.EVERY_STATE, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Note that arbitration or a court has to do with what it asks for 仲裁中、已判决, or that this is so no more. */
    SET_MARK(Trait.NAMED, Trait.EVERY_STATE, Trait.ENDLESS, Trait.SHOWN, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Write a note that only officers read. */
    COMMENT(Trait.EVERY_STATE, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Correct its topic. */
    RECLASSIFY(Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Give it to another post. */
    REASSIGN(Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Propose to black out words in what the petitioner wrote, or do it at the petitioner's wish; the words themselves stay. */
    REDACT(Trait.EVERY_STATE, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Black out what somebody below proposed to. */
    CONFIRM_REDACTION(Trait.EVERY_STATE, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Show words again that were blacked out, or withdraw the proposal to. */
    UNDO_REDACTION(Trait.EVERY_STATE, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Let its words open to a few named officers alone 限定阅看, or change who they are. */
    LIMIT_READING(Trait.NAMED, Trait.EVERY_STATE, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Let its words open again to everybody who has a right to them. */
    LIFT_LIMIT(Trait.NAMED, Trait.EVERY_STATE, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Refer to care 关怀转介: ask one of the named to get in touch with the petitioner; its name tells nobody what for. */
    ASK_NAMED(Trait.NAMED, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE),
    /** Note how that went, and when the next time is. */
    NOTE_NAMED(Trait.NAMED, Trait.ENDLESS, Trait.ASIDE, Trait.MOVES_NO_DATE);

    /** What holds of a step beside its rule. */
    public enum Trait {
        /** The petitioner sees on the way that it was taken, although no message tells of it. */
        SHOWN,
        /** It can be taken again and again; all others lead on to the end of a case. */
        ENDLESS,
        /** It is possible in every state, also of a case that ended. */
        EVERY_STATE,
        /** Reports have it too, which go the discipline desk's own way. */
        EVERY_WAY,
        /** It does not lead the case on. */
        ASIDE,
        /** It begins, ends and extends no clock. */
        MOVES_NO_DATE,
        /** The history calls what happened by its name. */
        NAMED
    }

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<Trait> traits;

    Step(Trait... traits) {
        this.traits = Set.of(traits);
    }

    /** True when that holds of it. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
