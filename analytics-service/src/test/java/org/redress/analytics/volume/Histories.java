package org.redress.analytics.volume;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.TextReference;

/** Random histories of cases, and an independent count of what they come to. */
final class Histories {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> UNITS = List.of("A", "B", "C");
    private static final List<String> TOPICS = List.of("wages", "housing");

    /** A case's events, and where they lie. */
    record History(String petitionId, int lane, List<CaseEvent> events) {}

    private final RandomGenerator random;

    Histories(RandomGenerator random) {
        this.random = random;
    }

    List<History> of(int cases) {
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            List<CaseEvent> events = new ArrayList<>(epoch(id, 1));
            if (random.nextInt(5) == 0) {
                events.addAll(epoch(id, 2));
            }
            histories.add(new History(id, Math.floorMod(id.hashCode(), 12), events));
        }
        return histories;
    }

    private List<CaseEvent> epoch(String id, int epoch) {
        String unit = one(UNITS);
        List<CaseEvent> events = new ArrayList<>();
        events.add(registered(head(id, 1, epoch), unit));
        for (int sequence = 2; sequence <= 1 + random.nextInt(4); sequence++) {
            Head head = head(id, sequence, epoch);
            String scope = random.nextInt(4) == 0 ? one(UNITS) : unit;
            boolean restricted = random.nextInt(6) == 0;
            events.add(later(head, scope, restricted));
        }
        return events;
    }

    CaseRegistered registered(Head head, String unit) {
        String purpose = random.nextInt(8) == 0 ? "report" : "appeal";
        Instant received = START.plus(Duration.ofHours(random.nextInt(72)));
        return new CaseRegistered(
                head,
                unit,
                false,
                "web",
                purpose,
                purpose.equals("report") ? null : one(TOPICS),
                unit,
                "post",
                1,
                null,
                1,
                received,
                received,
                List.of(),
                List.of());
    }

    private CaseEvent later(Head head, String scope, boolean restricted) {
        TextReference text = new TextReference("t", "0");
        return switch (random.nextInt(7)) {
            case 0 -> new CaseAccepted(head, scope, restricted, LocalDate.of(2026, 3, 5), "post", false, List.of());
            case 1 -> new CaseDeclined(head, scope, restricted, "post", text, List.of());
            case 2 -> new CaseAnswered(head, scope, restricted, "post", text, List.of());
            case 3 -> new CaseSupplemented(head, scope, restricted, "r", List.of("post"));
            case 4 -> new CaseWithdrawn(head, scope, restricted, "r", List.of("post"), List.of());
            case 5 -> new CaseRequestRefused(head, scope, restricted, "r", "withdraw", "closed-stays-closed");
            default -> new CaseClosed(head, scope, restricted, "post", List.of());
        };
    }

    private Head head(String id, long sequence, int epoch) {
        String eventId = new UUID(random.nextLong(), random.nextLong()).toString();
        return new Head(eventId, id, id, sequence, epoch, START.plus(Duration.ofDays(sequence)));
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** What the buckets must hold in the end, by their ids: only the newest registration and the last readers count. */
    static Map<String, Long> expected(List<History> histories) {
        Map<String, Long> counts = new HashMap<>();
        for (History history : histories) {
            CaseRegistered registered = history.events().stream()
                    .filter(CaseRegistered.class::isInstance)
                    .map(CaseRegistered.class::cast)
                    .toList()
                    .getLast();
            CaseEvent last = history.events().getLast();
            String end = ":"
                    + registered
                            .receivedAt()
                            .plus(Duration.ofHours(8))
                            .toString()
                            .substring(0, 10) + ":" + history.lane();
            if (last.restricted() || registered.purpose().equals("report")) {
                counts.merge("restricted:-" + end, 1L, Long::sum);
            } else {
                String unit = registered.unit();
                String topic = registered.topic();
                counts.merge("unit:" + unit + end, 1L, Long::sum);
                counts.merge("topic:" + topic + end, 1L, Long::sum);
                counts.merge("cell:" + last.scope() + "|post|" + unit + "|" + topic + end, 1L, Long::sum);
            }
        }
        return counts;
    }
}
