package org.redress.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "wang@example.org, wang@example.org",
        "wang@例子.测试, wang@xn--fsqu00a.xn--0zwm56d",
        "a.b+c@Bücher.example, a.b+c@xn--bcher-kva.example",
        "wang@example。org, wang@example.org"
    })
    void sendsADomainOfAnyScriptAsItsLabels(String written, String sent) {
        assertThat(MailAddresses.deliverable(written)).isEqualTo(sent);
    }

    @Test
    void doesNotReachOtherLettersBeforeTheAtSign() {
        assertThat(MailAddresses.deliverable("王@例子.测试")).isNull();
        assertThat(MailAddresses.needsUtf8("王@例子.测试")).isTrue();
        assertThat(MailAddresses.needsUtf8("王@例子")).isFalse();
    }

    /** {@code strasse.de} is somebody else's domain. */
    @ParameterizedTest
    @ValueSource(strings = {"a@straße.de", "a@STRAẞE.de", "a@βόλος.com", "a@نامه\u200Cای.com", "a\u200B@example.org"})
    void refusesADomainOfTwoMeanings(String written) {
        assertThat(MailAddresses.deliverable(written)).isNull();
        assertThat(MailAddresses.sendable(written)).isNull();
    }

    @Test
    void knowsASingleHostWithinTheOrganisationOnly() {
        assertThat(MailAddresses.sendable("wang@mailhost")).isEqualTo("wang@mailhost");
        assertThat(MailAddresses.deliverable("wang@mailhost")).isNull();
    }

    @Test
    void splitsNoCharacter() {
        assertThat(Characters.first("𠮷𠮷𠮷", 2)).isEqualTo("𠮷𠮷");
    }
}
