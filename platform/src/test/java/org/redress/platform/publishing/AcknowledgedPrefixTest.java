package org.redress.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AcknowledgedPrefixTest {

    @Test
    void stopsAtTheFirstEventTheBrokerDidNotAcknowledge() {
        assertThat(AcknowledgedPrefix.of(List.of(1, 2, 3, 4), Set.of(1, 2, 4)::contains))
                .containsExactly(1, 2);
        assertThat(AcknowledgedPrefix.of(List.of(1, 2), Set.of(2)::contains)).isEmpty();
        assertThat(AcknowledgedPrefix.of(List.of(1, 2), Set.of(1, 2)::contains)).containsExactly(1, 2);
    }
}
