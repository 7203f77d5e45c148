package org.redress.analytics.turnaround;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.redress.analytics.projection.Bins;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;

/** Random ways of cases through stages, units and topics, and an independent count of what they come to. */
public final class Ways {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final ZoneOffset SHANGHAI = ZoneOffset.ofHours(8);
    private static final List<String> TOPICS = List.of("wages", "housing");
    private static final List<String> STATES = List.of(
            "registered", "transferred", "accepted", "opinion-given", "served", "closed", "merged", "dreamt-up");
    private static final Set<String> OVER = Set.of("closed", "merged");

    private final RandomGenerator random;
    private final List<String> units;

    /** Ways through units whose codes begin with a mark. */
    public Ways(RandomGenerator random, String mark) {
        this.random = random;
        this.units = List.of(mark + "A", mark + "B", mark + "C");
    }

    /** The events of so many cases, each case's in order, one case after the other. */
    public List<List<CaseEvent>> of(int cases) {
        List<List<CaseEvent>> all = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            List<CaseEvent> events = new ArrayList<>(epoch(id, 1));
            if (random.nextInt(6) == 0) {
                events.addAll(epoch(id, 2));
            }
            all.add(events);
        }
        return all;
    }

    private List<CaseEvent> epoch(String id, int epoch) {
        List<CaseEvent> events = new ArrayList<>();
        Instant at = START.plusSeconds(random.nextInt(1_000_000));
        events.add(registered(head(id, 1, epoch, at)));
        int length = 1 + random.nextInt(8);
        for (int sequence = 2; sequence <= length; sequence++) {
            // Now and then a clock is set back a little.
            at = at.plusSeconds(random.nextInt(20) == 0 ? -30 : (long) Math.pow(10, random.nextDouble(0, 7)));
            events.add(later(head(id, sequence, epoch, at)));
        }
        return events;
    }

    private CaseRegistered registered(Head head) {
        String purpose = random.nextInt(8) == 0 ? "report" : "appeal";
        Instant received = head.occurredAt().minus(Duration.ofHours(random.nextInt(100)));
        return new CaseRegistered(
                head,
                one(units),
                random.nextInt(8) == 0,
                "web",
                purpose,
                one(TOPICS),
                one(units),
                "post-" + random.nextInt(2),
                1,
                null,
                1,
                received,
                received,
                List.of(),
                List.of());
    }

    private CaseEvent later(Head head) {
        String scope = one(units);
        boolean restricted = random.nextInt(8) == 0;
        return switch (random.nextInt(6)) {
            case 0 -> new CaseAccepted(head, scope, restricted, LocalDate.of(2026, 3, 5), "post", false, List.of());
            case 1 -> new CaseSupplemented(head, scope, restricted, "r", List.of("post"));
            case 2 -> new CaseClosed(head, scope, restricted, "post", List.of());
            default ->
                new CaseStepTaken(
                        head,
                        scope,
                        restricted,
                        "some-step",
                        one(STATES),
                        "post",
                        null,
                        one(TOPICS),
                        one(units),
                        "post-" + random.nextInt(2),
                        List.of(),
                        false,
                        false,
                        null,
                        null,
                        List.of(),
                        null,
                        null);
        };
    }

    private Head head(String id, long sequence, int epoch, Instant at) {
        String eventId = new UUID(random.nextLong(), random.nextLong()).toString();
        return new Head(eventId, id, id, sequence, epoch, at);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One moment in the way of a case. */
    private record Moment(String stage, String unit, Instant at) {}

    /**
     * What has to be counted in the end, by {@code scope|owner|unit|topic|stage|day|seconds of the bin}: of each case the
     * last epoch alone, cut wherever two neighbours differ, and read by who may read it in the end.
     */
    public static Map<String, Long> expected(List<List<CaseEvent>> cases) {
        Map<String, Long> counts = new TreeMap<>();
        for (List<CaseEvent> all : cases) {
            int newest = all.getLast().head().epoch();
            List<CaseEvent> events =
                    all.stream().filter(event -> event.head().epoch() == newest).toList();
            CaseRegistered first = (CaseRegistered) events.getFirst();
            CaseEvent last = events.getLast();
            if (first.purpose().equals("report") || last.restricted()) {
                continue;
            }
            List<Moment> cuts = cuts(events, first);
            Map<String, String> end = end(events, first);
            for (int i = 1; i < cuts.size(); i++) {
                Moment begin = cuts.get(i - 1);
                if (!OVER.contains(begin.stage())) {
                    Instant over = cuts.get(i).at();
                    long took = Bins.seconds(Bins.of(Duration.between(begin.at(), over)));
                    String key = String.join(
                            "|",
                            last.scope(),
                            end.get("owner"),
                            begin.unit(),
                            end.get("topic"),
                            begin.stage(),
                            over.atOffset(SHANGHAI).toLocalDate().toString(),
                            Long.toString(took));
                    counts.merge(key, 1L, Long::sum);
                }
            }
        }
        return counts;
    }

    /** The key of a cell, by its id. */
    public static String named(String cell) {
        List<String> parts = new ArrayList<>(List.of(cell.split("\\|")));
        parts.removeLast();
        parts.add(Long.toString(Bins.seconds(Integer.parseInt(parts.removeLast()))));
        return String.join("|", parts);
    }

    private static List<Moment> cuts(List<CaseEvent> events, CaseRegistered first) {
        List<Moment> cuts = new ArrayList<>();
        cuts.add(new Moment("registered", first.unit(), first.receivedAt()));
        for (CaseEvent event : events) {
            Moment now = cuts.getLast();
            Moment next = switch (event) {
                case CaseAccepted accepted ->
                    new Moment("accepted", now.unit(), event.head().occurredAt());
                case CaseClosed closed ->
                    new Moment("closed", now.unit(), event.head().occurredAt());
                case CaseStepTaken step ->
                    new Moment(step.state(), step.unit(), event.head().occurredAt());
                default -> now;
            };
            if (!next.stage().equals(now.stage()) || !next.unit().equals(now.unit())) {
                cuts.add(next);
            }
        }
        return cuts;
    }

    private static Map<String, String> end(List<CaseEvent> events, CaseRegistered first) {
        Map<String, String> end = new HashMap<>(Map.of("owner", first.owner(), "topic", String.valueOf(first.topic())));
        for (CaseEvent event : events) {
            if (event instanceof CaseStepTaken step) {
                end.put("owner", step.owner());
                end.put("topic", String.valueOf(step.topic()));
            }
        }
        return end;
    }
}
