package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.routing.cases.Unsealing.Why;

class UnsealingTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
    private static final Actor LI_WEI = new Actor("li.wei", "plant-1.labour");

    /** {@code deploy/redress verify} counts the same: its test holds the same two lines. */
    @Test
    void hashesWhatItSaysAndTheLineBefore() {
        Unsealing first = Unsealing.after(null, "petition-1", "content", LI_WEI, Why.READING_CASE, null, AT);
        Unsealing second = Unsealing.after(first, "petition-1", "contact", LI_WEI, Why.CONTACTING, "call", AT);

        assertThat(first.hash()).isEqualTo("34830dc86420747822fadec6d6f97e252f6abfbf8d9ce697067f11aef98357e6");
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.hash()).isEqualTo("258b672b92f5a3fe1d05fe8ddd0fb2fffa1d4fa3def517ad610e3b042178bc63");
    }
}
