package org.redress.notification.sending;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;

/**
 * Claimed notifications, and what became of their messages, until all of it is written: what was sent while the
 * database was away must not go a second time.
 */
final class Batch {

    private final Lane<?> lane;
    private final Map<String, Notification> open = new ConcurrentHashMap<>();
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

    Batch(Lane<?> lane, Collection<Notification> claimed) {
        this.lane = lane;
        claimed.forEach(notification -> open.put(notification.id(), notification));
    }

    void note(String messageId, Outcome outcome) {
        outcomes.put(messageId, outcome);
    }

    /** True when what the lane leads to could not be reached, or broke down. */
    boolean foundAway() {
        return outcomes.values().stream()
                .anyMatch(outcome -> outcome instanceof Outcome.Untried || outcome instanceof Outcome.Away);
    }

    /** Writes what became of one of them, so that a crash later doubles nothing of it. */
    void settle(Notification notification, Map<String, Outcome> became, DueNotifications due) {
        outcomes.putAll(became);
        due.settle(List.of(notification), outcomes, lane);
        open.remove(notification.id());
    }

    /** Writes the rest, and lets go of those that nothing became of. */
    void settle(DueNotifications due) {
        due.settle(List.copyOf(open.values()), outcomes, lane);
        open.clear();
    }

    /** The same after a failure, on the notifications as they are stored now. */
    void settleAgain(DueNotifications due) {
        due.settle(due.again(List.copyOf(open.values())), outcomes, lane);
        open.clear();
    }
}
