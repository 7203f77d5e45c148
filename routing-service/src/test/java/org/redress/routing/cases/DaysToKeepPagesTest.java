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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.Intake;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Days that are asked for, instructed or promised, as officers see them on lists and cases. */
class DaysToKeepPagesTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Test
    void showsTheHeadBothDaysOfTheExtensionThatIsAskedForAndKeepsTheFirst() throws Exception {
        String id = submitted();
        take(302, "li.wei", id, "accept");

        take(302, "li.wei", id, "ask-extension", "days", "20", "reason", "档案四月上旬才能出库");

        assertThat(take(400, "li.wei", id, "ask-extension", "days", "60", "reason", "再保险一点"))
                .contains("30");
        ExtensionRequest asked = store.find(id).orElseThrow().extensionAsked();
        assertThat(asked.days()).isEqualTo(20);
        assertThat(page("/cases/" + id, officer("zhao.gang")))
                .contains(
                        "原到期", asked.dueOn().toString(), "若批准，到期", asked.until().toString(), "只能延一次")
                .contains("id=\"step-refuse-extension\"", "value=\"20\"");
        assertListed("to-extend", officer("zhao.gang"), id, true);
        assertListed("to-extend", officer("lin.feng"), id, false);

        take(302, "zhao.gang", id, "extend", "days", "20");

        assertListed("to-extend", officer("zhao.gang"), id, false);
        assertThat(page("/cases/" + id, officer("li.wei"))).doesNotContain("原到期");
    }

    @Test
    void listsDaysInTheirOrderInWordsAndApartFromTheLimitsOfTheLaw() throws Exception {
        String later = submitted();
        String sooner = submitted();
        take(302, "li.wei", later, "set-target", "kind", "outside", "dueOn", days(9), "text", "评审会召开");
        take(302, "li.wei", sooner, "set-target", "kind", "promised", "dueOn", days(2), "text", "书面答复");

        String list = page("/cases?scope=targets", officer("li.wei"));

        assertThat(list).contains("余 2 日 · 承诺", "余 9 日 · 外部日子");
        assertThat(list.indexOf("/cases/" + sooner)).isBetween(1, list.indexOf("/cases/" + later));
        assertThat(page("/cases/" + sooner, officer("li.wei")))
                .contains("对信访人的承诺", "不是法定期限", days(2), "id=\"step-end-target\"");
        assertThat(page("/home", officer("li.wei"))).contains("scope=targets");

        take(302, "li.wei", sooner, "end-target", "target", "1", "ending", "put-down", "text", "须等档案");
        assertListed("targets", officer("li.wei"), sooner, false);
        assertThat(page("/cases/" + sooner, officer("li.wei"))).contains(days(2), "已撤销");
    }

    @Test
    void goesOnInTheOrderOfTheDays() throws Exception {
        String first = submitted();
        String second = submitted();
        take(302, "li.wei", second, "set-target", "kind", "own", "dueOn", days(1_001), "text", "二");
        take(302, "li.wei", first, "set-target", "kind", "own", "dueOn", days(1_000), "text", "一");

        Matcher row = Pattern.compile("href=\"(/cases/" + first + "\\?[^\"]+)\"")
                .matcher(page("/cases?scope=targets", officer("li.wei")));
        assertThat(row.find()).isTrue();
        assertThat(page(row.group(1).replace("&amp;", "&"), officer("li.wei")))
                .containsPattern("href=\"/cases/" + second + "\\?[^\"]*\" data-key=\"n\"");
    }

    @Test
    void listsAndCountsNothingOfACaseForThoseWhomItIsKeptFrom() throws Exception {
        String about = submitted(intake().about("plant-1", "不发工资还骂人", Instant.now(), new About("officer", "li.wei")));
        take(302, "luo.min", about, "set-target", "kind", "promised", "dueOn", days(3), "text", "三日内答复");

        assertListed("targets", officer("luo.min"), about, true);
        for (RequestPostProcessor one :
                List.of(officer("li.wei"), officer("zhao.gang"), as("li.wei", "officer", "supervisor"))) {
            assertListed("targets", one, about, false);
        }
    }

    @Test
    void readsTheWordsOfADayToWhoMayOpenTheCaseAlone() throws Exception {
        String id = submitted();
        take(302, "li.wei", id, "set-target", "kind", "own", "dueOn", days(3), "text", "三日内与老人见面");
        String text = "/cases/" + id + "/texts/"
                + store.find(id).orElseThrow().targets().getFirst().textId();

        assertThat(page(text, officer("li.wei"))).contains("三日内与老人见面");
        assertThat(page("/cases/" + id, as("auditor", "auditor")))
                .contains(days(3))
                .doesNotContain(text);
    }

    @Test
    void instructsAPostAndBeginsTheReassignmentWithIt() throws Exception {
        String id = submitted();

        take(
                302,
                "zhou.mingyuan",
                id,
                "instruct",
                "verdict",
                "otherwise",
                "lead",
                "group.community",
                "assisting",
                "group.insurance",
                "dueOn",
                days(3),
                "text",
                "请社会事务部三日内与老人见面");

        assertListed("to-help", officer("xu.lan"), id, true);
        assertListed("targets", officer("li.wei"), id, true);
        assertThat(page("/cases/" + id, officer("li.wei")))
                .contains("主办 社会事务部主管 唐怡", "批示要求")
                .containsPattern("<option value=\"group.community\"[^>]* selected");
    }

    @Test
    void saysHowManySpeakForAllAndTheirNamesOnlyWithTheContact() throws Exception {
        String id = submitted(Intake.represented(intake().appeal("plant-1", "津贴", "夜班津贴没有发", Instant.now()), 5));

        assertThat(page("/cases/" + id, officer("li.wei"))).contains("代表 5 人");
    }

    private String submitted() {
        return submitted(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", Instant.now()));
    }

    private String submitted(PetitionSubmitted petition) {
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private static String days(int later) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(later).toString();
    }

    private void assertListed(String scope, RequestPostProcessor who, String id, boolean listed) throws Exception {
        String page = page("/cases?scope=" + scope + "&number=" + id, who);
        assertThat(page).contains(listed ? "共 1 件" : "共 0 件");
        assertThat(page.contains("data-id=\"" + id)).isEqualTo(listed);
    }

    private String take(int status, String who, String id, String step, String... fields) throws Exception {
        var form = post("/cases/{id}/steps/{step}", id, step)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .locale(Locale.CHINESE)
                .with(officer(who))
                .with(csrf())
                .param("version", Long.toString(store.find(id).orElseThrow().version()));
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(form)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
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
