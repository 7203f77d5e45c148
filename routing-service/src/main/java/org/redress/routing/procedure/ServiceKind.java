package org.redress.routing.procedure;

/** How a paper reaches the petitioner 送达. */
public enum ServiceKind {
    /** Handed over 直接送达. */
    IN_PERSON,
    /** Sent by post with a receipt 邮寄送达. */
    POST,
    /** Sent electronically, with the petitioner's consent 电子送达. */
    ELECTRONIC,
    /** Left where the petitioner lives, before a witness 留置送达. */
    LEFT,
    /** Announced, where no other way is left 公告送达. */
    ANNOUNCED
}
