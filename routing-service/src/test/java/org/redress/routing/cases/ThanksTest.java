package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.officer;
import static org.redress.routing.cases.SampleCases.take;
import static org.redress.routing.cases.SampleCases.turn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Thanks 表扬 are registered and read, owe nothing, and are filed by somebody whom they do not mean. */
class ThanksTest extends RunningRouting {

    private static final String WORDS = "韦娜同志放下手里的活儿，陪着我们找到半夜，谢谢。";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Cases cases;

    @Test
    void goToWhoIsNotThankedAndOweNothing() throws Exception {
        long without = cases.withoutClock();
        PetitionCase thanks = store.find(submitted("services", WORDS)).orElseThrow();

        assertThat(thanks.assignment().owner())
                .as("the officer of the office is thanked")
                .isEqualTo("services.manager");
        assertThat(thanks.guard().isNone()).isTrue();
        assertThat(thanks.clocks().all()).isEmpty();
        assertThat(thanks.nextDueAt()).isNull();
        assertThat(thanks.dueAt()).as("stands where it came").isNotNull();
        assertThat(cases.withoutClock()).isEqualTo(without);
        assertThat(store.find(submitted("plant-1", WORDS))
                        .orElseThrow()
                        .assignment()
                        .owner())
                .isEqualTo("plant-1.petitions");
        assertThat(page("/cases?scope=thanks&number=" + thanks.id(), officer("ye.zhen")))
                .contains("data-id=\"" + thanks.id(), "对生活服务公司的表扬");
        assertThat(page("/cases/" + thanks.id(), officer("ye.zhen"))).contains(WORDS, "表扬存档", "不设期限");
        assertThat(page("/cases/" + thanks.id(), officer("wei.na"))).contains(WORDS);
    }

    @Test
    void areFiledByOthersAloneAndPassedOn() {
        PetitionCase thanks = store.find(submitted("services", WORDS)).orElseThrow();
        Actor thanked = new Actor("wei.na", "services.petitions");
        Actor head = new Actor("ye.zhen", "services.manager");

        assertThat(take(thanks, Step.FILE_THANKS, turn(thanked, "2026-03-03T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.OTHERS_FILE_THANKS));
        CaseStepTaken filed = (CaseStepTaken) ((Outcome.Done)
                        take(thanks, new Command.FileThanks("services.petitions"), turn(head, "2026-03-03T10:00")))
                .event();

        assertThat(filed.state()).isEqualTo("closed");
        assertThat(filed.alerts()).containsExactly("services.petitions");
        assertThat(filed.petitionerSees()).isTrue();
        assertThat(thanks.assignment().owner()).isEqualTo("services.petitions");
        assertThat(thanks.waits).isNull();
    }

    @Test
    void askForNothingThatCouldBeDecided() {
        PetitionCase thanks = SampleCases.registered(Purpose.THANKS, "2026-03-02T10:00", "2026-03-02T10:00");
        for (Step step : new Step[] {Step.ACCEPT, Step.TRANSFER, Step.ANSWER, Step.CLOSE, Step.SUPERVISE}) {
            assertThat(take(thanks, step, turn(SampleCases.LI_WEI, "2026-03-03T10:00")))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(CaseRule.THANKS_ASK_FOR_NOTHING));
        }
        assertThat(take(SampleCases.appeal(), Step.FILE_THANKS, turn(SampleCases.LI_WEI, "2026-03-03T10:00")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(CaseRule.ONLY_THANKS_ARE_FILED));
        assertThat(thanks.state()).isEqualTo(CaseState.REGISTERED);
    }

    private String submitted(String unit, String text) {
        Instant now = Instant.now();
        PetitionSubmitted petition = intake().petition("thanks", unit, "感谢信", text, now, now);
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private String page(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(URI.create(address))
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
