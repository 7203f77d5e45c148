package org.redress.notification.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.notification.Samples;

class CursorTest {

    @Test
    void comesBackAsItWasGiven() {
        Cursor cursor = new Cursor(Samples.NOW, "group.president:2026-03-02", 3);

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "MQ", "!!", "YSBiIGM"})
    void refusesWhatWasNeverGiven(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }
}
