package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.Intake;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.procedure.Command.SetMark;
import org.redress.routing.procedure.Command.SetMark.Mark;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What sets a case apart at a glance: arbitration and judgements, repeats and group visits. */
class MarksTest extends RunningRouting {

    private static final String ARBITRATION = "劳动争议仲裁委员会";

    @Autowired
    private MockMvc mvc;

    @Test
    void notesArbitrationAndJudgementsWithoutMovingADate() {
        PetitionCase marked = SampleCases.appeal();
        Turn turn = SampleCases.turn(SampleCases.LI_WEI, "2026-03-03T10:00");
        Clocks before = marked.clocks();

        assertThat(SampleCases.take(marked, new SetMark(Mark.NONE, null, null), turn))
                .isEqualTo(new Outcome.Wrong("mark", "no-mark"));
        assertThat(SampleCases.take(marked, new SetMark(Mark.JUDGED, " ", turn.day()), turn))
                .isEqualTo(new Outcome.Wrong("body", "body-of-mark"));
        assertThat(SampleCases.take(
                        marked, new SetMark(Mark.JUDGED, "区法院", turn.day().plusDays(1)), turn))
                .isEqualTo(new Outcome.Wrong("on", "day-until-today"));
        CaseStepTaken event = (CaseStepTaken)
                ((Outcome.Done) SampleCases.take(marked, new SetMark(Mark.JUDGED, "区法院", turn.day()), turn)).event();

        assertThat(event.petitionerSees()).isTrue();
        assertThat(event.outcome()).isEqualTo("judged");
        assertThat(event.toString()).as("which court is the officers'").doesNotContain("区法院");
        assertThat(marked.mark()).isEqualTo(new org.redress.routing.cases.Mark(Mark.JUDGED, "区法院", turn.day()));
        assertThat(marked.clocks()).isEqualTo(before);
        SampleCases.take(marked, new SetMark(Mark.NONE, null, null), turn);
        assertThat(marked.mark()).isNull();
    }

    @Test
    void showsTheMarkAndProposesWhereToLeadWhatIsMarkedAndToMarkWhatWasLed() throws Exception {
        String id = sent(appeal("13900007001", "拖欠工资", "三个月没发工资"));

        take(id, "set-mark", "mark", "in-arbitration", "on", "2026-03-10", "body", ARBITRATION);

        assertThat(page("/cases/" + id, officer("li.wei")))
                .contains("仲裁中", "自 2026-03-10 起：" + ARBITRATION)
                .containsPattern("<option value=\"arbitration\"[^>]* selected");
        assertThat(page("/cases/" + id, as("auditor", "auditor")))
                .contains("仲裁中")
                .doesNotContain(ARBITRATION);
        assertThat(list(id)).contains("仲裁中");

        take(id, "set-mark", "mark", "none");
        assertThat(list(id)).doesNotContain("仲裁中");
        take(id, "lead", "where", "arbitration", "text", "请依法向劳动争议仲裁委员会申请");
        assertThat(page("/cases/" + id, officer("li.wei")))
                .containsPattern("<option value=\"in-arbitration\"[^>]* selected");
    }

    @Test
    void saysWhichNumberACaseRepeatsToWhoMaySeeBoth() throws Exception {
        String first = sent(appeal("13900007002", "拖欠工资", "三个月没发工资"));
        String again = sent(appeal("13900007002", "拖欠工资", "还是没发工资"));
        String other = sent(appeal("13900007002", "食堂", "食堂饭菜太贵"));
        String repeat = "重复信访（前件 " + PetitionCase.numberOf(first) + "）";

        assertThat(list(again)).contains(repeat);
        assertThat(page("/cases/" + again, officer("li.wei"))).contains(repeat);
        assertThat(list(first)).doesNotContain("重复信访");
        assertThat(page("/cases?scope=all&number=" + other, as("watcher", "supervisor")))
                .doesNotContain("重复信访");
        assertThat(page("/cases?scope=all&number=" + again, as("auditor", "auditor")))
                .as("who may not open what it says")
                .doesNotContain("重复信访");
    }

    @Test
    void callsAVisitOfFiveAGroupVisitOnceSomebodyCounted() throws Exception {
        String id = sent(Intake.represented(appeal("13900007003", "津贴", "夜班津贴没有发"), 5));
        assertThat(list(id)).doesNotContain("集体访");

        take(id, "confirm-count", "headCount", "4", "note", "已清点");
        assertThat(list(id)).doesNotContain("集体访");
        take(id, "confirm-count", "headCount", "5", "note", "已清点");
        assertThat(list(id)).contains("集体访");
    }

    private PetitionSubmitted appeal(String phone, String subject, String text) {
        PetitionContact who = new PetitionContact("测试人", "+86" + phone, null, null, List.of(), false, "phone", "zh");
        return intake().from(who, new PetitionContent(subject, text, null, List.of()), Instant.now());
    }

    private String sent(PetitionSubmitted petition) {
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private String list(String id) throws Exception {
        return page("/cases?scope=all&number=" + id, officer("li.wei"));
    }

    private void take(String id, String step, String... fields) throws Exception {
        var form = post("/cases/{id}/steps/{step}", id, step)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .locale(Locale.CHINESE)
                .with(officer("li.wei"))
                .with(csrf())
                .param("version", Long.toString(store.find(id).orElseThrow().version()));
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        mvc.perform(form).andExpect(status().is(302));
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
