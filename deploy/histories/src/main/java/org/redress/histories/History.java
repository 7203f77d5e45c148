package org.redress.histories;

import java.util.List;
import org.redress.contracts.Event;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.submissions.SubmissionEvent;

/**
 * What happened to one petition and its case, in order.
 *
 * @param name a short name, the same for the same seed whatever the id
 * @param petitionId its id, with which the id of each of its events begins
 * @param partition where its records lie
 * @param submissions the petition's own events
 * @param cases the events of its case
 */
public record History(
        String name, String petitionId, int partition, List<SubmissionEvent> submissions, List<CaseEvent> cases) {

    /** Its events on a topic. */
    public List<? extends Event> on(Topic topic) {
        return switch (topic) {
            case SUBMISSIONS -> submissions;
            case CASES -> cases;
            case GROUPS, ALERTS, DELIVERIES, ORGANISATION -> List.of();
        };
    }

    /** As it is told again when its producers were put back to a backup: its end is gone, in an epoch of its own. */
    public History toldAgain() {
        return new History(name, petitionId, partition, toldAgain(submissions), toldAgain(cases));
    }

    private static <E extends Event> List<E> toldAgain(List<E> events) {
        List<E> left = events.subList(0, events.size() - events.size() / 3);
        return left.stream().map(event -> toldAgain(event, left.getLast())).toList();
    }

    @SuppressWarnings("unchecked") // an event told again is of the same type
    private static <E extends Event> E toldAgain(E event, E newest) {
        byte[] told = EventCodec.retold(
                EventCodec.encode(event),
                EventCodec.encode(newest),
                event.head().epoch() + 1);
        return (E) EventCodec.decode(EventCodec.typeOf(event.getClass()), told);
    }

    /** A text with its name in the place of its id, so that it compares with another run's. */
    public String named(String text) {
        return text.replace(petitionId, name);
    }
}
