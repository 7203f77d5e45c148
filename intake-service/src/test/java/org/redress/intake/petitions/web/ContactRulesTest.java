package org.redress.intake.petitions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.web.PetitionRequest.PetitionerRequest;
import org.redress.platform.web.InvalidRequestException;

class ContactRulesTest {

    private final ContactRules rules = new ContactRules(new PetitionSettings(
            20_000, 200, 200, 20, 20, 5, 100_000, Duration.ofMinutes(2), 200, 200_000, 366, 15, "CN"));

    @ParameterizedTest
    @CsvSource({
        "13800138000,      +8613800138000",
        "138 0013 8000,    +8613800138000",
        "+86 13800138000,  +8613800138000",
        "010-88886666,     +861088886666",
        "+44 20 7946 0018, +442079460018",
    })
    void keepsAPhoneNumberInOneForm(String written, String kept) {
        assertThat(phone(written).phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "010-88886666转8001,            +861088886666;ext=8001",
        "010－88886666 转 8001,         +861088886666;ext=8001",
        "010-88886666 x8001,            +861088886666;ext=8001",
        "010-88886666-8001,             +861088886666;ext=8001",
        "(010)88886666 分机：8001,      +861088886666;ext=8001",
        "+86 10 8888 6666 ext. 8001,    +861088886666;ext=8001",
        "＋８６ １３８００１３８０００, +8613800138000",
        "138‑0013‑8000,                 +8613800138000",
    })
    void keepsAnExtensionAndWhatWasWritten(String written, String kept) {
        assertThat(phone(written).phone()).isEqualTo(kept);
        assertThat(phone(written).phoneWritten()).isEqualTo(written);
    }

    @Test
    void saysThatThereIsMoreThanOneNumber() {
        assertThat(problems(new PetitionerRequest(
                        null, "13800138000、13900139000", null, null, null, null, null, null, null, null, null)))
                .containsExactly("field.phones");
        assertThat(problems(new PetitionerRequest(
                        null, null, "王@example.org", null, null, null, null, null, null, null, null)))
                .containsExactly("field.email-local");
        assertThat(problems(new PetitionerRequest(
                        null, null, "a@" + "例".repeat(64) + ".cn", null, null, null, null, null, null, null, null)))
                .containsExactly("field.email");
    }

    private List<String> problems(PetitionerRequest petitioner) {
        Findings findings = new Findings();
        rules.check(findings, petitioner);
        return findings.problems().stream()
                .map(problem -> problem.problem().code())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345",
                "abc",
                "138001380001380013800",
                "+999 1",
                "88886666",
                "13800138000/13900139000",
                "13800138000、13900139000",
                "13800138000 13900139000",
                "13800138000，13900139000",
                "010-88886666/8889",
                "13800138000 张三",
                "13800138000 x",
                "010-88886666-8001-2",
                "转8001"
            })
    void refusesWhatIsNoPhoneNumber(String written) {
        assertThatThrownBy(() -> phone(written)).isInstanceOf(InvalidRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wang@example.org", "a.b+c@mail.example.com.cn", "wang@例子.测试"})
    void takesAnAddress(String written) {
        assertThat(email(written).email()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wang",
                "wang@",
                "@example.org",
                "wang@example",
                "a b@example.org",
                ".a@example.org",
                "a..b@example.org",
                "a@example.org, b@example.org",
                "a@-example.org",
                "<a@example.org>",
                "王@例子.测试"
            })
    void refusesWhatIsNoAddress(String written) {
        assertThatThrownBy(() -> email(written)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesAPreferredContactThatIsMissing() {
        assertThatThrownBy(() -> checked(
                        new PetitionerRequest(null, null, null, null, null, null, "email", null, null, null, null)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void speaksChineseUnlessAskedOtherwise() {
        assertThat(phone("13800138000").language()).isEqualTo("zh");
    }

    @Test
    void takesEmptyFieldsForAbsentOnes() {
        PetitionContact contact = checked(new PetitionerRequest("", " ", "", "", null, null, "", "", null, null, null));

        assertThat(contact).isEqualTo(new PetitionContact(null, null, null, null, List.of(), false, null, "zh"));
    }

    @Test
    void takesAtMostFiveRepresentatives() {
        List<String> five = List.of("甲", "乙", "丙", "丁", "戊");

        assertThat(representing(five).representatives()).isEqualTo(five);
        assertThatThrownBy(() -> representing(Collections.nCopies(6, "甲"))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> representing(List.of("甲", " "))).isInstanceOf(InvalidRequestException.class);
    }

    private PetitionContact representing(List<String> names) {
        return checked(new PetitionerRequest(null, null, null, null, names, null, null, null, null, null, null));
    }

    private PetitionContact phone(String written) {
        return checked(new PetitionerRequest(null, written, null, null, null, null, null, null, null, null, null));
    }

    private PetitionContact email(String written) {
        return checked(new PetitionerRequest(null, null, written, null, null, null, null, null, null, null, null));
    }

    private PetitionContact checked(PetitionerRequest petitioner) {
        Findings findings = new Findings();
        PetitionContact contact = rules.check(findings, petitioner);
        findings.settle();
        return contact;
    }
}
