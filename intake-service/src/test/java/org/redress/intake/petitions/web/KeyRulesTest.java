package org.redress.intake.petitions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.intake.petitions.Submitter;
import org.redress.platform.web.InvalidRequestException;

class KeyRulesTest {

    private static final Submitter HOTLINE = Submitter.adapter("hotline");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8e03978e-40d5-43dd-bc93-6894a57f9324",
                "8e03978e40d543ddbc936894a57f9324",
                "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
                "q8Xn2fLr0vT3mZk7Yw1_Pd"
            })
    void takesARandomKeyFromAnybody(String key) {
        assertThat(checked(Submitter.PUBLIC, key)).isEqualTo(key.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "my-key", "8e03978e40d543ddbc936894a57f932", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "信访"})
    void refusesAKeyThatCanBeGuessed(String key) {
        assertThatThrownBy(() -> checked(Submitter.PUBLIC, key)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void takesAnyVisibleKeyFromAnAdapter() {
        assertThat(checked(HOTLINE, "row-1")).isEqualTo("row-1");
        assertThatThrownBy(() -> checked(HOTLINE, "")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> checked(HOTLINE, "a b")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> checked(HOTLINE, "x".repeat(256))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void needsNoKey() {
        assertThat(checked(Submitter.PUBLIC, null)).isNull();
    }

    private static String checked(Submitter submitter, String header) {
        Findings findings = new Findings();
        String key = KeyRules.key(findings, submitter, header);
        findings.settle();
        return key;
    }
}
