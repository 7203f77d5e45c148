package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.procedure.CaseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whoever had a case that is reviewed sees that, and auditors see who opened what: neither reads a word of it. */
class ReviewedOwnerTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Test
    void showsItsFormerOwnerThatACaseIsReviewedAndNothingThatIsWrittenInThat() throws Exception {
        PetitionSubmitted petition = intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", Instant.now());
        String id = petition.head().aggregateId();
        intake().send(petition);
        reaches(id, CaseState.REGISTERED);
        take(id, "li.wei", "accept");
        take(
                id,
                "li.wei",
                "give-opinion",
                "outcome",
                "not-supported",
                "request",
                "一",
                "facts",
                "二",
                "reasons",
                "三",
                "legalBasis",
                "四");
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        take(id, "li.wei", "serve", "how", "in-person", "servedOn", today, "proof", "本人签收");
        intake().send(intake().review(petition, 2, "复查理由不给原承办人看"));
        reaches(id, CaseState.UNDER_REVIEW);
        take(id, "luo.min", "comment", "text", "复查拟稿");
        take(id, "luo.min", "take-up");

        String page = page("/cases/" + id, officer("li.wei"));
        assertThat(page)
                .contains("您曾承办的事项已申请复查", "复查中", "出具处理意见")
                .doesNotContain("三个月没发", "复查理由", "受理复查、复核申请", "/texts/", "id=\"steps\"");
        String told = page("/api/cases/" + id, officer("li.wei"));
        assertThat(told).contains("\"state\":\"under-review\"").doesNotContain("commented", "taken-up", "三个月没发");
        String last = store.find(id).orElseThrow().texts().getLast().id();
        mvc.perform(get("/api/cases/{id}/texts/{text}", id, last).with(officer("li.wei")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/cases/{id}", id).with(officer("deng.hui"))).andExpect(status().isNotFound());
        assertThat(page("/cases/" + id, officer("luo.min"))).contains("三个月没发", "受理复查、复核申请");
    }

    @Test
    void listsForAuditorsWhoOpenedWhatOnADayWithoutAWordOfIt() throws Exception {
        PetitionSubmitted report = intake().petition("report", "plant-1", "检举", "收受回扣", Instant.now(), Instant.now());
        String id = report.head().aggregateId();
        intake().send(report);
        reaches(id, CaseState.REGISTERED);
        String number = PetitionCase.numberOf(id);
        assertThat(page("/openings", as("watcher", "auditor"))).doesNotContain(number);

        page("/cases/" + id, officer("bai.lu"));

        assertThat(page("/openings", as("watcher", "auditor")))
                .contains("调阅记录", "bai.lu")
                .containsPattern(number + "[^/]*</span>")
                .doesNotContain("/cases/" + id, "收受回扣", "检举");
        assertThat(page("/openings?day=2020-01-01", as("watcher", "auditor")))
                .contains("当日没有人调阅")
                .doesNotContain(number);
        mvc.perform(get("/openings?day=soon").accept(MediaType.TEXT_HTML).with(as("watcher", "auditor")))
                .andExpect(status().isBadRequest());
    }

    private void reaches(String id, CaseState state) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id)
                        .filter(PetitionCase::isRegistered)
                        .filter(found -> found.state() == state)
                        .isPresent());
    }

    private void take(String id, String who, String step, String... fields) throws Exception {
        var form = post("/cases/{id}/steps/{step}", id, step)
                .param("version", Long.toString(store.find(id).orElseThrow().version()))
                .param("key", id + step)
                .accept(MediaType.TEXT_HTML)
                .with(officer(who))
                .with(csrf());
        for (int index = 0; index < fields.length; index += 2) {
            form = form.param(fields[index], fields[index + 1]);
        }
        mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    private String page(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(address)
                        .accept(address.startsWith("/api") ? MediaType.APPLICATION_JSON : MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
