package org.redress.notification.notifications;

import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseEvent;

/**
 * Who may know of a case, as one of its events says.
 *
 * @param scope code of the lowest unit whose line may read it; absent while the petition is no case yet
 * @param restricted true when only the office that holds it may know of it (Reg. 30)
 * @param epoch epoch of that event
 * @param sequence its sequence, 0 before the first
 */
public record Visibility(@Nullable String scope, boolean restricted, int epoch, long sequence) {

    /** Nothing is known of the case yet. */
    public static final Visibility UNKNOWN = new Visibility(null, false, 1, 0);

    /** As an event of the case says. */
    public static Visibility of(CaseEvent event) {
        Head head = event.head();
        return new Visibility(event.scope(), event.restricted(), head.epoch(), head.sequence());
    }

    /** True once an event of the case has said it. */
    public boolean isKnown() {
        return sequence > 0;
    }

    /** True when a later event said it. */
    public boolean newerThan(Visibility other) {
        return epoch > other.epoch || (epoch == other.epoch && sequence > other.sequence);
    }

    /** True when the same people may know of the case. */
    public boolean sameAs(Visibility other) {
        return restricted == other.restricted && scope != null && scope.equals(other.scope);
    }
}
