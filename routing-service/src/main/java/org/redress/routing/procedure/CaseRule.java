package org.redress.routing.procedure;

/** What a case does not allow, one rule each, in the order of its way. */
public enum CaseRule {
    /** A full file takes what leads on to its end, and no more notes, corrections or handing round. */
    FILE_IS_FULL,
    /** Whom it is about is found out before anything else (Reg. 30). */
    SCREENED_FIRST,
    /** Acceptance is decided once (Reg. 23). */
    DECIDED_ONCE,
    /** While units dispute whose it is, nobody decides on acceptance. */
    DISPUTE_FIRST,
    /** Only appeals are led to another lawful way (Reg. 31). */
    ONLY_APPEALS_ARE_LED,
    /** A report follows the discipline desk's own way (Reg. 30). */
    REPORT_FOLLOWS_ITS_OWN_WAY,
    /** A case is handed over before it is accepted. */
    HANDED_OVER_BEFORE_ACCEPTANCE,
    /** Only a unit that was handed a case objects to it (Reg. 23). */
    ONLY_HANDED_OVER_IS_OBJECTED,
    /** An objection comes within its working days, and not after the superior decided (Reg. 23, 24). */
    OBJECTION_IN_TIME,
    /** There is no objection to answer. */
    NO_OBJECTION,
    /** There is no dispute to decide. */
    NO_DISPUTE,
    /** No report is owed. */
    NO_REPORT_OWED,
    /** Of a case that was not accepted nothing more is owed. */
    NOTHING_IS_OWED,
    /** One supervision runs at a time. */
    SUPERVISED_ALREADY,
    /** Only the limit for handling an accepted appeal is extended (Reg. 34). */
    ONLY_HANDLING_IS_EXTENDED,
    /** A limit is extended before it is over. */
    EXTENDED_IN_TIME,
    /** A limit is extended once: our choice. */
    EXTENDED_ONCE,
    /** The unit's head approves an extension (Reg. 34). */
    HEAD_APPROVES,
    /** No extension is asked for. */
    NO_EXTENSION_ASKED,
    /** Who answers has decided on acceptance before. */
    DECISION_BEFORE_ANSWER,
    /** A declined case is not answered: its petitioner was told where to go. */
    DECLINED_IS_NOT_ANSWERED,
    /** An appeal that is handled in the ordinary way gets a written opinion (Reg. 32). */
    OPINION_IS_OWED,
    /** Only appeals get a written opinion (Reg. 29, 32). */
    ONLY_APPEALS_GET_OPINIONS,
    /** A case is answered once. */
    ANSWERED_ONCE,
    /** Who stands above an officer, or the discipline desk, has the officer step out; everybody steps out themselves (Reg. 28). */
    ABOVE_RECUSES,
    /** Words are blacked out, and shown again, by who stands above who proposed it, or who reviews the case. */
    ABOVE_REDACTS,
    /** Nobody proposes to black anything out. */
    NO_REDACTION_PROPOSED,
    /** Nothing is blacked out or proposed to be. */
    NO_REDACTION,
    /** A review is decided by nobody who decided on the case or owned it before (Reg. 35, 36). */
    OTHERS_REVIEW,
    /** Nothing is suggested beside what it asks for, or that is answered. */
    NO_SUGGESTION_OPEN,
    /** What is suggested is studied and answered before the opinion on the rest (Reg. 29): its limit ends first. */
    SUGGESTION_BEFORE_OPINION,
    /** There is no opinion that waits to be served. */
    NOTHING_TO_SERVE,
    /** Nothing is promised that is not done. */
    NO_OPEN_PROMISE,
    /** Only a case with an outcome is closed. */
    OUTCOME_BEFORE_CLOSING,
    /** An opinion is served before the case is closed. */
    SERVICE_BEFORE_CLOSING,
    /** What was promised is done before the case is closed (Reg. 32, 42). */
    PROMISES_BEFORE_CLOSING,
    /** A review is taken up once, while it is under way. */
    TAKEN_UP_ONCE,
    /** Hearings belong to the re-review (Reg. 36). */
    ONLY_RE_REVIEW_HEARS,
    /** Petitions are joined before there is an outcome. */
    MERGED_BEFORE_OUTCOME,
    /** Thanks ask for nothing: they are filed, and passed on or not. */
    THANKS_ASK_FOR_NOTHING,
    /** Only thanks are filed without an outcome. */
    ONLY_THANKS_ARE_FILED,
    /** Thanks are filed by somebody whom their words do not mean. */
    OTHERS_FILE_THANKS,
    /** A closed case stays as it is. */
    CLOSED_STAYS_CLOSED,
    /** A case whose promises are kept stays as it is. */
    RESOLVED_STAYS_RESOLVED,
    /** After the re-review the same facts and reasons are not taken up again (Reg. 36). */
    FINAL_STAYS_FINAL,
    /** A withdrawn case takes no further step, and nothing more is asked of it. */
    WITHDRAWN_STAYS_WITHDRAWN,
    /** A joined case goes its way with the one it was joined to. */
    MERGED_STAYS_MERGED,
    /** What the body outside took back is handled there. */
    RETURNED_STAYS_RETURNED,
    /** A declined case is not supplemented: its petitioner was told where to go. */
    DECLINED_IS_NOT_SUPPLEMENTED,
    /** What has an outcome is not withdrawn any more. */
    OUTCOME_ENDS_WITHDRAWAL,
    /** A review is asked for when there is an opinion (Reg. 35). */
    OPINION_BEFORE_REVIEW,
    /** A review is asked for once, while none runs. */
    REVIEW_RUNS,
    /** A review is asked for within its days from service; an unknown day never runs against the petitioner (Reg. 35, 36). */
    REVIEW_IN_TIME,
    /** The petitioner is told otherwise where a message could not be delivered. */
    MESSAGES_ARRIVED,
    /** The leader a proposal is for instructs, or who stands in. */
    NAMED_LEADER_INSTRUCTS,
    /** Where nothing is proposed, a leader of its line instructs. */
    LEADER_INSTRUCTS,
    /** No day is noted that is not met. */
    NO_TARGET_OPEN,
    /** No part is asked of anybody who has not returned it. */
    NO_PART_OWED,
    /** Whoever a part is asked of returns it, or who stands in. */
    ASKED_RETURNS,
    /** A petitioner is called back once the answer is there, and until somebody reached them. */
    NO_CALL_BACK_OWED,
    /** A leader of its line takes a case in charge. */
    LEADER_TAKES_CHARGE,
    /** Only what a body outside sent is replied to there, or goes back. */
    ONLY_SHEETS_GO_BACK,
    /** A body outside gets one answer. */
    BODY_HAS_THE_ANSWER,
    /** A body outside is asked once to take a sheet back, until it says whether it does. */
    RETURN_ASKED_ALREADY,
    /** What has an outcome does not go back any more. */
    OUTCOME_ENDS_RETURN,
    /** A body outside takes nothing back where it set no day for it. */
    NO_DAY_TO_RETURN,
    /** A body outside takes a sheet back until the day it set. */
    RETURN_IN_TIME,
    /** No body outside is asked to take it back. */
    NO_RETURN_ASKED,
    /** Who reads a case is limited by the petition office, by who recorded it or by who holds it. */
    OFFICE_LIMITS,
    /** Who reads it is not limited. */
    NOT_LIMITED,
    /** The limit is changed or lifted by one of the named, or by the petition office of the level above. */
    NAMED_OR_ABOVE_CHANGE,
    /** Only one of the named takes this step. */
    NAMED_ONLY,
    /** One of the named is asked already. */
    ASKED_ALREADY,
    /** None of the named is asked. */
    NOBODY_ASKED,
    /** Whoever holds a case is reminded of what is owed by a day, not of rights that end. */
    NO_LIMIT_TO_REMIND_OF,
    /** Whoever holds a case is reminded once a day. */
    REMINDED_ONCE_A_DAY,
    /** Of what others hold the petition office of their line reminds, or who leads them. */
    OFFICE_REMINDS
}
