package org.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;

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
    void refusesBytesThatAreNoEvent() {
        assertThatThrownBy(() ->
                        EventCodec.decode("case.closed.v1", "{\"name\":\"secret\"".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableEventException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> EventCodec.decode("case.closed.v1", "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void tellsWhatANewerVersionWroteFromWhatIsBroken() throws IOException {
        byte[] registered = EventCodecTest.class
                .getResourceAsStream("/golden/case.registered.v1.json")
                .readAllBytes();
        String newer = new String(registered, StandardCharsets.UTF_8)
                .replaceFirst("\"state\"( *):( *)\"RUNNING\"", "\"state\":\"SUSPENDED\"");
        assertThat(newer).contains("SUSPENDED");

        assertThatThrownBy(() -> EventCodec.decode("case.closed.v9", EventCodec.encode(closed)))
                .isInstanceOf(NewerEventException.class)
                .hasMessageContaining("case.closed.v9");
        assertThatThrownBy(() -> EventCodec.decode("case.registered.v1", newer.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NewerEventException.class)
                .hasMessageNotContaining("SUSPENDED");
        assertThatThrownBy(() -> EventCodec.decode("nonsense", EventCodec.encode(closed)))
                .isInstanceOf(UndecodableEventException.class);
    }

    @Test
    void readsAWithdrawalWithoutAReason() {
        Instant now = Instant.parse("2026-03-01T01:00:00Z");
        PetitionWithdrawn withdrawn = new PetitionWithdrawn(new Head("e-2", "p-1", "p-1", 2, 1, now), "r-1", now, null);

        byte[] bytes = EventCodec.encode(withdrawn);

        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("reason");
        assertThat(EventCodec.decode("petition.withdrawn.v1", bytes)).isEqualTo(withdrawn);
    }

    @Test
    void sealsTheWordsOfEachRequestUnderANameOfItsOwn() {
        assertThat(PetitionSupplemented.fieldOf("r-1"))
                .isNotEqualTo(PetitionSupplemented.fieldOf("r-2"))
                .isNotEqualTo(PetitionWithdrawn.fieldOf("r-1"));
    }
}
