package org.redress.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "wang@example.org, wang@example.org",
        "wang@例子.测试, wang@xn--fsqu00a.xn--0zwm56d",
        "a.b+c@Bücher.example, a.b+c@xn--bcher-kva.example"
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
