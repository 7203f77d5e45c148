package org.redress.intake.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownWayTest {

    @ParameterizedTest
    @ValueSource(strings = {"intake", "routing", "notification"})
    void saysOfAServiceThatNoPersonOpenedAnything(String service) {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.CHINESE);

        assertThat(words.getString("opener." + service)).contains("无人");
    }
}
