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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.Intake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Who records words that name somebody says whether they are only mentioned, but not of everybody. */
class MentionsTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Test
    void holdsNothingForWhoIsOnlyMentionedAndLetsWhoeverStandsAboveScreenAllTheSame() throws Exception {
        String id = recorded("chen.jing", "感谢钱芸跑前跑后，公积金还没有补上", "qian.yun");

        PetitionCase found = find(id);
        assertThat(found.guard().secret()).isFalse();
        assertThat(found.history().getLast())
                .extracting(HistoryEntry::name, HistoryEntry::officer, HistoryEntry::post, HistoryEntry::detail)
                .containsExactly("only-mentioned", "chen.jing", "group.petitions", "officer:qian.yun");
        assertThat(page("/cases/" + id, "luo.min")).contains("登记人说明信中仅提及、并非反映", "钱芸 (qian.yun)", "陈静", "登记人称仅提及");

        mvc.perform(post("/cases/{id}/steps/screen", id)
                        .param("version", Long.toString(found.version()))
                        .param("key", id + "-screen")
                        .param("accused", "qian.yun")
                        .param("note", "实为反映其本人")
                        .accept(MediaType.TEXT_HTML)
                        .with(officer("luo.min"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(find(id).guard().accused()).containsExactly("qian.yun");
        assertThat(find(id).saysOnlyMentioned()).isFalse();
    }

    @Test
    void leavesToScreeningWhoIsOfTheRecordersOwnLineOrNotSpokenOf() throws Exception {
        for (String[] each : new String[][] {
            // Of oneself, of who heads the unit above, of a colleague, of another than is named, and a post in its
            // words.
            {"qian.yun", "感谢钱芸", "qian.yun"},
            {"qian.yun", "请赵刚过问", "zhao.gang"},
            {"qian.yun", "请林峰过问", "lin.feng"},
            {"qian.yun", "李蔚说过两次", "li.wei"},
            {"chen.jing", "感谢钱芸", "li.wei"},
            {"chen.jing", "请周明远过问", "zhou.mingyuan"}
        }) {
            String id = recorded(each[0], each[1] + "，公积金还没有补上", each[2]);

            assertThat(find(id).guard().unclear()).as(String.join(" ", each)).isTrue();
            assertThat(asked("/internal/recorded", "{\"officer\":\"" + each[0] + "\"}"))
                    .contains("\"number\":\"" + PetitionCase.numberOf(id) + "\"");
        }
    }

    @Test
    void tellsTheDeskWhomWordsNameAndOfWhomItsOfficerMaySayIt() throws Exception {
        String said = "{\"officer\":\"luo.min\",\"purpose\":\"%s\",\"unit\":\"plant-1\",\"content\":{\"subject\":\"一\","
                + "\"text\":\"感谢钱芸，请林峰过问\",\"about\":[],\"claims\":[]}}";

        assertThat(asked("/internal/mentions", said.formatted("appeal")))
                .contains("\"officer\":\"qian.yun\",\"name\":\"信访联络员 钱芸\",\"mayBeOnly\":true")
                .contains("\"officer\":\"lin.feng\",\"name\":\"总经理 林峰\",\"mayBeOnly\":false");
        assertThat(asked("/internal/mentions", said.formatted("report"))).isEqualTo("[]");
        mvc.perform(post("/internal/mentions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(said.formatted("appeal"))
                        .with(officer("luo.min")))
                .andExpect(status().isForbidden());
    }

    private String recorded(String officer, String text, String mentioned) {
        PetitionContent says = new PetitionContent("补缴公积金", text, null, List.of(), null, List.of(), List.of(mentioned));
        PetitionOrigin origin = new PetitionOrigin(
                "市热线", "12345-" + System.nanoTime(), LocalDate.now(ZoneId.of("Asia/Shanghai")), null, null, null);
        PetitionSubmitted petition = Intake.recorded(intake().saying(says, Instant.now()), officer, origin, 1, 1);
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private PetitionCase find(String id) {
        return store.find(id).orElseThrow();
    }

    private String page(String address, String who) throws Exception {
        return mvc.perform(get(address)
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String asked(String path, String body) throws Exception {
        return mvc.perform(post(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(as("intake", "service")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
