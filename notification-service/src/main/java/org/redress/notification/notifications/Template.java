package org.redress.notification.notifications;

import java.util.Locale;

/** Which message is told. */
public enum Template {
    /** To the petitioner: the petition was taken. */
    RECEIVED,
    /** To the petitioner: the case was accepted 受理. */
    ACCEPTED,
    /** To the petitioner: the case was not accepted; the reason is to be read behind the access code. */
    DECLINED,
    /** To the petitioner: the answer is there; its text is to be read behind the access code. */
    ANSWERED,
    /** To the petitioner: the case ended, as asked for. */
    WITHDRAWAL_CONFIRMED,
    /** To the petitioner: what was asked for was not possible, and why. */
    REFUSED,
    /** To a post: a case came to it. */
    ASSIGNED,
    /** To a post: a limit comes near. */
    REMINDER,
    /** To a post: a limit was missed at this hour. */
    DUE,
    /** To a post further up the line: a missed limit is still open. */
    ESCALATED,
    /** To the petitioner: the case went a step further. */
    STEP_TOLD,
    /** To a post: a step concerns it. */
    STEP_TAKEN,
    /** To a post: the petitioner added to its case. */
    SUPPLEMENTED,
    /** To a post: the petitioner withdrew its case. */
    WITHDRAWN,
    /** To a post: more people wrote about one matter than its past lets expect. */
    HOTSPOT_ROSE,
    /** To a post: a matter is no longer hot. */
    HOTSPOT_ENDED,
    /** To a post: it answers for a measure against a hot matter. */
    MEASURE_TAKEN,
    /** To the configured address: everybody in the organisation is kept from a case. */
    NOBODY_LEFT,
    /** In the digest: nobody decided in time, so acceptance is taken as given. */
    DEEMED,
    /** In the digest's summary: an imported case came with steps of its ladder already past. */
    BACKLOG,
    /** Among the reminders: somebody reminded whoever holds the case of its limits 催办. */
    REMINDED,
    /** To a post: all that it was reminded of, together. */
    REMINDERS,
    /** To the adapter that submitted the petition: what its petitioner sees went a step further. */
    STAGE,
    /** The daily digest of a post. */
    DIGEST;

    /** True for a message that holds what waited for a post. */
    public boolean gathers() {
        return this == DIGEST || this == REMINDERS;
    }

    /** True for what tells of a matter, and of no case. */
    public boolean ofMatter() {
        return this == HOTSPOT_ROSE || this == HOTSPOT_ENDED || this == MEASURE_TAKEN;
    }

    /** Its name outside: in the delivery log, in events, in metrics. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
