package org.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseClosed;

class EventCodecTest {

    private final CaseClosed closed = new CaseClosed(
            new Head("e-1", "p-1", "p-1", 4, 1, Instant.parse("2026-03-01T01:00:00Z")),
            "HQ",
            false,
            "post-1",
            List.of());

    @Test
    void writesTheHeadAtTheTopLevel() {
        String json = new String(EventCodec.encode(closed), StandardCharsets.UTF_8);

        assertThat(json)
                .contains("\"eventId\":\"e-1\"", "\"sequence\":4", "\"occurredAt\":\"2026-03-01T01:00:00Z\"")
                .doesNotContain("\"head\"");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(EventCodec.decode("case.closed.v1", EventCodec.encode(closed)))
                .isEqualTo(closed);
    }

    @Test
    void ignoresFieldsOfNewerVersions() {
        String json = new String(EventCodec.encode(closed), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"addedLater\":{\"a\":1},");

        assertThat(EventCodec.decode("case.closed.v1", json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(closed);
    }

    @Test
    void refusesAnUnknownNameAndBytesThatAreNoEvent() {
        assertThatThrownBy(() -> EventCodec.decode("case.closed.v9", EventCodec.encode(closed)))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageContaining("case.closed.v9");
        assertThatThrownBy(() ->
                        EventCodec.decode("case.closed.v1", "{\"name\":\"secret\"".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> EventCodec.decode("case.closed.v1", "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableEventException.class);
    }
}
