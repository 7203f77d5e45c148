package org.redress.intake.petitions;

/**
 * The stages a petitioner can be shown today, in the order they are met; the written names stand in {@link Stage}. A case of
 * a later version may tell of more.
 */
public enum KnownStage {
    /** Intake has it. */
    SUBMITTED,
    /** It has a case. */
    REGISTERED,
    /** Handed to another unit 转送. */
    TRANSFER,
    /** Handed over with a date and a report that is owed 交办. */
    ASSIGN,
    /** The unit objects to having been handed it 异议. */
    OBJECT,
    /** The objection was agreed with. */
    TAKE_BACK,
    /** The objection was not agreed with. */
    INSIST,
    /** The common superior said whose it is. */
    DECIDE_UNIT,
    /** Accepted 受理. */
    ACCEPTED,
    /** Not accepted 不予受理. */
    DECLINED,
    /** Led to another lawful way 引导. */
    LEAD,
    /** Whoever handles it noted a contact with the petitioner 办理联系. */
    NOTE_CONTACT,
    /** A day was promised to the petitioner 承诺. */
    SET_TARGET,
    /** Arbitration or a court has to do with what it asks for, or no more. */
    SET_MARK,
    /** What was promised by a day is done, or put down. */
    END_TARGET,
    /** Its limit was extended 延长. */
    EXTEND,
    /** Answered 答复. */
    ANSWERED,
    /** What an appeal suggests beside what it asks for was answered 答复建议. */
    ANSWER_SUGGESTION,
    /** The written opinion was given 处理意见书. */
    GIVE_OPINION,
    /** The opinion was served 送达. */
    SERVE,
    /** A promise was kept. */
    FULFIL,
    /** A review 复查 or re-review 复核 was asked for. */
    ASK_REVIEW,
    /** The review or re-review was taken up. */
    TAKE_UP,
    /** A hearing was held 听证. */
    HEAR,
    /** Joined to another petition 合并. */
    MERGE,
    /** No longer joined to it. */
    SEPARATE,
    /** Taken back by the body outside that sent it 退回来源. */
    CONFIRM_RETURN,
    /** Thanks were filed 表扬存档. */
    FILE_THANKS,
    /** Closed 办结. */
    CLOSED,
    /** Words to add were taken. */
    SUPPLEMENT_TAKEN,
    /** They were added. */
    SUPPLEMENTED,
    /** A wish to withdraw was taken. */
    WITHDRAWAL_TAKEN,
    /** It was withdrawn. */
    WITHDRAWN,
    /** A wish for a review was taken. */
    REVIEW_REQUEST_TAKEN,
    /** What was asked for was not possible. */
    REFUSED
}
