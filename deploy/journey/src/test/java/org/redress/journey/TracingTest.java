package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The way of a petition through the services, as a collector of traces is told it. */
class TracingTest extends Journey {

    @Test
    void tellsTheWayOfAPetitionUnderItsNumberFromTheDoorToMailAndProjection() {
        String id = submit("traced@example.org", "appeal", "写在信里的话不进追踪")
                .path("petitionId")
                .asString();
        eventually()
                .untilAsserted(() -> assertThat(spans.of(id).stream().map(SpanCollector.Told::says))
                        .contains(
                                "intake: petition taken",
                                "intake: petition.submitted.v1",
                                "routing: submissions takes petition.submitted.v1",
                                "routing: case.registered.v1",
                                "notification: cases takes case.registered.v1",
                                "notification: notification.sent.v1"));
        List<SpanCollector.Told> told = spans.of(id);
        assertThat(told)
                .anySatisfy(span ->
                        assertThat(span.says()).startsWith("analytics: ").endsWith(" takes case.registered.v1"));

        Map<String, SpanCollector.Told> byId =
                told.stream().collect(Collectors.toMap(SpanCollector.Told::id, Function.identity()));
        assertThat(told)
                .filteredOn(span -> span.parent().isEmpty())
                .singleElement()
                .satisfies(root -> assertThat(root.says()).isEqualTo("intake: petition taken"));
        assertThat(told)
                .filteredOn(span -> !span.parent().isEmpty())
                .allSatisfy(span -> assertThat(byId).containsKey(span.parent()));
        assertThat(told.toString()).doesNotContain("写在信里的话", "测试员", "traced@example.org");
    }

    @Test
    void tellsNothingOfWhoGaveNoName() {
        String id = submit("", "appeal", "没有写名字").path("petitionId").asString();
        caseOf(id);
        String later = submit("later@example.org", "appeal", "后来的一件")
                .path("petitionId")
                .asString();
        eventually()
                .untilAsserted(() -> assertThat(spans.of(later).stream().map(SpanCollector.Told::service))
                        .contains("intake", "routing", "notification", "analytics"));

        assertThat(spans.of(id)).isEmpty();
    }
}
