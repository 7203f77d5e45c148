package org.redress.intake.petitions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.web.InvalidRequestException;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-", "@SUM(A1)", "第一行\n第二行\r\n\t缩进", "𠮷野家", "e\u0301", "a\u200Bb"})
    void takesTextAsItIs(String text) {
        assertThat(checked(TextRule.text(20), text)).isEqualTo(text);
    }

    @Test
    void countsCharactersAsAReaderDoes() {
        assertThatCode(() -> checked(TextRule.line(3), "𠮷𠮷𠮷")).doesNotThrowAnyException();
        assertThatThrownBy(() -> checked(TextRule.line(3), "𠮷𠮷𠮷𠮷")).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\n", "\u200B\uFEFF"})
    void refusesWhatHasNothingToRead(String text) {
        assertThatThrownBy(() -> checked(TextRule.text(20), text)).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\u0085b", "a\uD83Db"})
    void refusesControlCharactersAndHalves(String text) {
        assertThatThrownBy(() -> checked(TextRule.text(20), text)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesASecondLineWhereOneIsMeant() {
        assertThatThrownBy(() -> checked(TextRule.line(20), "a\nb")).isInstanceOf(InvalidRequestException.class);
    }

    private static String checked(TextRule rule, String text) {
        Findings findings = new Findings();
        String checked = rule.required(findings, "text", text);
        findings.settle();
        return checked;
    }
}
