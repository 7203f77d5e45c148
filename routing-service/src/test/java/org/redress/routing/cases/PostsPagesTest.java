package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.officer;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.organisation.Leaves;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Officers say when they are away, and their work is in the list of who stands in; cases come to nobody's knowledge by it. */
class PostsPagesTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Leaves leaves;

    @Test
    void putsTheWorkOfWhoIsAwayIntoTheListOfWhoStandsInAndHandsItOver() throws Exception {
        String id = submitted(intake().appeal("project-1", "拖欠工资", "三个月没发工资了", Instant.now()));
        String kept = submitted(intake().appeal("project-1", "拖欠工资", "三个月没发工资了", Instant.now()));
        send(
                302,
                "/cases/" + kept + "/steps/recuse",
                "jiang.ping",
                "version",
                version(kept),
                "officer",
                "shen.qin",
                "reason",
                "亲属");
        LocalDate last = leaves.today().plusDays(2);
        assertThat(read("/posts/leave", "david.lindgren")).contains(row(id), row(kept));
        assertThat(read("/cases?scope=mine&number=" + id, "shen.qin")).doesNotContain(row(id));

        String sheet = away("david.lindgren", "project-1.manager", leaves.today(), last, "construction.petitions");

        try {
            String until = "代理 David Lindgren，至 " + shown(last);
            String mine = read("/cases?scope=mine&owner=project-1.manager", "shen.qin");
            assertThat(mine).contains(row(id), until).doesNotContain(row(kept));
            assertThat(counted(mine, until)).isEqualTo(rows(mine));
            assertThat(read("/cases?scope=mine&owner=construction.petitions", "shen.qin"))
                    .doesNotContain(row(id));
            assertThat(read("/posts?unit=project-1", "wang.li")).contains("David Lindgren", shown(last), "沈琴");

            assertThat(read(sheet, "shen.qin")).contains(row(id), "尚未确认").doesNotContain(row(kept), "另有");
            assertThat(read(sheet, "david.lindgren"))
                    .contains(row(id), "另有 1 件")
                    .doesNotContain(row(kept));
            assertThat(asked(get(URI.create(sheet)), "li.wei").getStatus()).isEqualTo(404);
            send(302, sheet + "/confirm", "shen.qin");
            send(302, sheet + "/confirm", "david.lindgren");
            assertThat(read(sheet, "chen.jing")).doesNotContain("尚未确认");
            send(404, sheet + "/end", "li.wei");
        } finally {
            send(302, sheet + "/end", "david.lindgren");
        }
        assertThat(read("/cases?scope=mine", "shen.qin")).doesNotContain("David Lindgren");
        assertThat(read(sheet, "david.lindgren")).contains("提前结束");
    }

    @Test
    void refusesAtItsFieldWhatCannotBeAndKeepsWhatWasWritten() throws Exception {
        LocalDate day = leaves.today().plusDays(90);
        MockHttpServletResponse refused = asked(
                form(
                        "/posts/leaves",
                        "post",
                        "east-estate.manager",
                        "from",
                        day.toString(),
                        "until",
                        day.minusDays(1).toString(),
                        "standIn",
                        "services.petitions"),
                "su.qing");
        String page = refused.getContentAsString(StandardCharsets.UTF_8);

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(page).contains("id=\"until-wrong\">早于首日", "value=\"" + day + "\"");
        assertThat(asked(form("/posts/leaves", "post", "east-estate.manager", "from", "soon", "until", ""), "su.qing")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("id=\"from-wrong\"", "id=\"until-wrong\"");
        send(
                404,
                "/posts/leaves",
                "li.wei",
                "post",
                "east-estate.manager",
                "from",
                day.toString(),
                "until",
                day.toString());
    }

    @Test
    void saysForWhomADeputyDidSomething() throws Exception {
        String id = submitted(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", Instant.now()));

        send(302, "/cases/" + id + "/steps/comment", "qian.yun", "version", version(id), "text", "已联系");

        assertThat(read("/cases/" + id, "li.wei")).contains("钱芸（劳资科长，代理 李蔚）");
    }

    private String away(String who, String post, LocalDate from, LocalDate until, String standIn) throws Exception {
        MockHttpServletResponse answer = asked(
                form(
                        "/posts/leaves",
                        "post",
                        post,
                        "from",
                        from.toString(),
                        "until",
                        until.toString(),
                        "standIn",
                        standIn),
                who);
        assertThat(answer.getStatus())
                .as(answer.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        return Objects.requireNonNull(answer.getRedirectedUrl());
    }

    private static String shown(LocalDate day) {
        return day.getYear()
                        == LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).getYear()
                ? day.format(DateTimeFormatter.ofPattern("MM-dd"))
                : day.toString();
    }

    private static String row(String id) {
        return "/cases/" + id;
    }

    private static long rows(String list) {
        return Pattern.compile("data-row=\"\"").matcher(list).results().count();
    }

    private static long counted(String list, String share) {
        Matcher number = Pattern.compile("<span>" + Pattern.quote(share) + "</span> <span class=\"figures\">(\\d+)")
                .matcher(list);
        assertThat(number.find()).as(list).isTrue();
        return Long.parseLong(number.group(1));
    }

    private String submitted(PetitionSubmitted petition) {
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private String version(String id) {
        return Long.toString(store.find(id).orElseThrow().version());
    }

    private String read(String address, String who) throws Exception {
        MockHttpServletResponse answer = asked(get(URI.create(address)), who);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private void send(int status, String address, String who, String... fields) throws Exception {
        assertThat(asked(form(address, fields), who).getStatus()).as(address).isEqualTo(status);
    }

    private static MockHttpServletRequestBuilder form(String address, String... fields) {
        MockHttpServletRequestBuilder form = post(URI.create(address))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, String who) throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer(who)))
                .andReturn()
                .getResponse();
    }
}
