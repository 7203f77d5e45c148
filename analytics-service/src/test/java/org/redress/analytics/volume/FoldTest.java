package org.redress.analytics.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.analytics.volume.Histories.History;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.platform.consuming.Position;

class FoldTest {

    private final Fold fold = new Fold(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void comesToTheSameInAnyBatches(long seed) {
        Random random = new Random(seed);
        List<History> histories = new Histories(random).of(300);
        Map<String, Optional<Facts>> facts = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();

        for (List<Step> batch : batches(steps(histories), random)) {
            Folded folded = Folded.of(fold, facts, batch);
            folded.changes().forEach(change -> facts.put(change.facts().petitionId(), Optional.of(change.facts())));
            folded.deltas().forEach((bucket, delta) -> counts.merge(bucket.id(), delta, Long::sum));
        }

        counts.values().removeIf(count -> count == 0);
        assertThat(counts).isEqualTo(Histories.expected(histories));
    }

    @Test
    void countsOnTheDayOfReceiptInTheOrganisationsZone() {
        CaseEvent event = new Histories(new Random(7)).of(1).getFirst().events().getFirst();
        Facts shanghai = fold.apply(null, event, 3);
        Facts honolulu = new Fold(ZoneId.of("Pacific/Honolulu")).apply(null, event, 3);

        assertThat(shanghai.day())
                .isEqualTo(
                        shanghai.receivedAt().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate());
        assertThat(honolulu.day()).isBefore(shanghai.day());
    }

    @Test
    void countsAWithdrawnCaseAsReceivedAllTheSame() {
        Histories histories = new Histories(new Random(7));
        Head head = new Head("e", "p", "p", 1, 1, Instant.parse("2026-03-01T01:00:00Z"));
        Head later = new Head("f", "p", "p", 2, 1, Instant.parse("2026-03-02T01:00:00Z"));
        Facts received = fold.apply(null, histories.registered(head, "A"), 3);

        Facts supplemented = fold.apply(received, new CaseSupplemented(later, "A", false, "r", List.of("post")), 3);
        Facts refused = fold.apply(received, new CaseRequestRefused(later, "A", false, "r", "withdraw", "a-rule"), 3);
        Facts withdrawn = fold.apply(received, new CaseWithdrawn(later, "A", false, "r", List.of(), List.of()), 3);

        assertThat(supplemented).isEqualTo(received);
        assertThat(refused).isEqualTo(received);
        assertThat(withdrawn.state()).isEqualTo(Facts.State.WITHDRAWN);
        assertThat(withdrawn.closedAt()).isEqualTo(later.occurredAt());
        assertThat(Fold.difference(received, withdrawn)).isEmpty();
    }

    @Test
    void countsACaseForTheUnitAndTopicItWasGivenTo() {
        Histories histories = new Histories(new Random(7));
        Head head = new Head("e", "p", "p", 1, 1, Instant.parse("2026-03-01T01:00:00Z"));
        Head later = new Head("f", "p", "p", 2, 1, Instant.parse("2026-03-02T01:00:00Z"));
        Facts received = fold.apply(null, histories.registered(head, "A"), 3);

        Facts moved = fold.apply(
                received,
                new CaseStepTaken(
                        later,
                        "B",
                        false,
                        "give-opinion",
                        "opinion-given",
                        "post",
                        null,
                        "topic-9",
                        "B",
                        "post-2",
                        List.of(),
                        true,
                        true,
                        null,
                        null,
                        List.of(),
                        null,
                        null),
                3);

        assertThat(moved.unit()).isEqualTo("B");
        assertThat(moved.topic()).isEqualTo("topic-9");
        assertThat(moved.state()).isEqualTo(Facts.State.ANSWERED);
        assertThat(moved.answeredAt()).isEqualTo(later.occurredAt());
        assertThat(Fold.difference(received, moved).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

    @Test
    void takesACorrectionBackFromTheLaneItWasCountedIn() {
        History history = new Histories(new Random(1))
                .of(60).stream()
                        .filter(some -> some.events().getLast().head().epoch() == 2)
                        .findFirst()
                        .orElseThrow();
        Facts before = fold.apply(null, history.events().getFirst(), 5);
        Facts after = fold.apply(before, history.events().getLast(), 9);

        assertThat(after.lane()).isEqualTo(5);
        assertThat(Fold.difference(before, after).keySet()).allMatch(bucket -> bucket.lane() == 5);
    }

    @Test
    void refusesACaseThatBeginsInTheMiddle() {
        CaseEvent middle = new Histories(new Random(1))
                .of(20).stream()
                        .filter(history -> history.events().size() > 1)
                        .findFirst()
                        .orElseThrow()
                        .events()
                        .get(1);

        assertThatThrownBy(() -> fold.apply(null, middle, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Step> steps(List<History> histories) {
        List<Step> steps = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            for (History history : histories) {
                if (round < history.events().size()) {
                    steps.add(new Step(
                            history.petitionId(),
                            history.events().get(round),
                            Position.START,
                            Position.START,
                            history.lane()));
                }
            }
        }
        return steps;
    }

    private static List<List<Step>> batches(List<Step> steps, Random random) {
        List<List<Step>> batches = new ArrayList<>();
        for (int from = 0; from < steps.size(); ) {
            int to = Math.min(steps.size(), from + 1 + random.nextInt(200));
            batches.add(steps.subList(from, to));
            from = to;
        }
        return batches;
    }
}
