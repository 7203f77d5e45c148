package org.redress.routing.procedure;

/** What an officer can do with a case. */
public enum Step {
    /** Decide to accept it 受理. */
    ACCEPT,
    /** Decide not to accept it 不予受理, with the reason and where to go. */
    DECLINE,
    /** Lead it to another lawful way 引导 (Reg. 31(1)–(4)). */
    LEAD,
    /** Hand it over to another unit 转送. */
    TRANSFER,
    /** Hand it over with a date and a report that is owed 交办. */
    ASSIGN,
    /** Object to having been handed it 异议. */
    OBJECT,
    /** Agree with an objection and take it back. */
    TAKE_BACK,
    /** Disagree with an objection, so that the common superior decides. */
    INSIST,
    /** Decide, as the common superior, whose it is (Reg. 24). */
    DECIDE_UNIT,
    /** File the report that is owed to who assigned or supervises. */
    REPORT_BACK,
    /** Extend the limit for handling 延长办理期限. */
    EXTEND,
    /** Answer 答复 what needs no written opinion. */
    ANSWER,
    /** Give the written opinion 处理意见书, or that of a review or re-review. */
    GIVE_OPINION,
    /** Note that the opinion was served 送达. */
    SERVE,
    /** Note the proof that a promise was kept. */
    FULFIL,
    /** End it 办结. */
    CLOSE,
    /** Take up 受理 the request for a review or re-review. */
    TAKE_UP,
    /** Note the days of a hearing 听证 in a re-review. */
    HEAR,
    /** Join it to another petition of the same matter 合并. */
    MERGE,
    /** Push it formally 督办, with an instruction, a date and a report that is owed. */
    SUPERVISE,
    /** Confirm how many people are behind it, where the petition only claims a number. */
    CONFIRM_COUNT,
    /** Say whom it is about, as a person has found out: from then on it is kept from them, or from nobody. */
    SCREEN,
    /** Have an officer step out of it 回避 (Reg. 28). */
    RECUSE,
    /** Note how the petitioner was told otherwise what a message could not tell. */
    TELL,
    /** Note that the petitioner was contacted 办理联系, or could not be. */
    NOTE_CONTACT,
    /** Write the neutral heading 事由 under which it is listed. */
    SET_HEADING,
    /** Write a note that only officers read. */
    COMMENT,
    /** Correct its topic. */
    RECLASSIFY,
    /** Give it to another post. */
    REASSIGN,
    /** Propose to black out words in what the petitioner wrote, or do it at the petitioner's wish; the words themselves stay. */
    REDACT,
    /** Black out what somebody below proposed to. */
    CONFIRM_REDACTION,
    /** Show words again that were blacked out, or withdraw the proposal to. */
    UNDO_REDACTION;

    /** True when the petitioner sees on the way that it was taken, although no message tells of it. */
    public boolean isShown() {
        return switch (this) {
            case OBJECT, TAKE_BACK, INSIST, SERVE, FULFIL, HEAR, NOTE_CONTACT -> true;
            default -> false;
        };
    }
}
