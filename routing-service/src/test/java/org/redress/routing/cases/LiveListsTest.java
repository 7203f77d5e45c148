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
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lists learn what changed by ids and versions, and officers give lists a name. */
class LiveListsTest extends RunningRouting {

    @Autowired
    private MockMvc mvc;

    @Test
    void tellsOfARowThatChangedByItsVersionAlone() throws Exception {
        String id = submitted(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", Instant.now()));
        String address = "/cases/versions?scope=mine&number=" + id;
        assertThat(read("/cases?scope=mine&number=" + id, officer("li.wei")))
                .contains(
                        "data-live=\"/cases/versions?scope=mine&amp;number=" + id,
                        "data-id=\"" + id + "\" data-version=\"" + version(id) + "\"");

        send(302, "/cases/" + id + "/steps/comment", "li.wei", "version", version(id), "text", "已联系");

        assertThat(read(address, officer("li.wei")))
                .isEqualTo("[{\"id\":\"" + id + "\",\"version\":" + version(id) + "}]");
    }

    @Test
    void tellsNothingOfACaseToThoseWhomItIsKeptFrom() throws Exception {
        String about = submitted(intake().about("plant-1", "不发工资还骂人", Instant.now(), new About("officer", "li.wei")));
        String left = submitted(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", Instant.now()));
        send(
                302,
                "/cases/" + left + "/steps/recuse",
                "zhao.gang",
                "version",
                version(left),
                "officer",
                "li.wei",
                "reason",
                "亲属");

        assertThat(read("/cases/versions?scope=all&number=" + left, officer("zhao.gang")))
                .contains(left);
        assertThat(read("/cases/versions?scope=all&number=" + about, officer("luo.min")))
                .contains(about);
        for (String id : new String[] {about, left}) {
            for (RequestPostProcessor one : new RequestPostProcessor[] {
                officer("li.wei"), as("li.wei", "officer", "supervisor"), officer("cao.lei")
            }) {
                for (String scope : new String[] {"mine", "unit", "late", "all"}) {
                    assertThat(read("/cases/versions?scope=" + scope, one)).doesNotContain(id);
                    assertThat(read("/cases/versions?scope=" + scope + "&number=" + id, one))
                            .isEqualTo("[]");
                }
            }
        }
    }

    @Test
    void keepsViewsOfListsForTheirOfficerAlone() throws Exception {
        String view = "<a href=\"/cases?scope=unit&amp;due=late\"";
        send(302, "/cases/views", "qian.yun", "name", "本单位超期", "query", "scope=unit&due=late&number=13800000000");
        assertThat(read("/cases?scope=all", officer("qian.yun")))
                .contains(view, "本单位超期")
                .doesNotContain("13800000000");
        assertThat(read("/cases?scope=all", officer("li.wei"))).doesNotContain("本单位超期");

        send(302, "/cases/views", "qian.yun", "name", "本单位超期", "query", "scope=unit&due=soon");
        assertThat(read("/cases?scope=all", officer("qian.yun"))).doesNotContain(view);
        send(302, "/cases/views/forget", "qian.yun", "name", "本单位超期", "query", "scope=all");
        assertThat(read("/cases?scope=all", officer("qian.yun"))).doesNotContain("本单位超期");

        send(400, "/cases/views", "qian.yun", "name", " ", "query", "scope=all");
        send(400, "/cases/views", "qian.yun", "name", "名".repeat(41), "query", "scope=all");
        send(400, "/cases/views", "qian.yun", "name", "一", "query", "scope=nowhere");
        for (int i = 0; i < 20; i++) {
            send(302, "/cases/views", "qian.yun", "name", "视图" + i, "query", "scope=all");
        }
        send(400, "/cases/views", "qian.yun", "name", "又一个", "query", "scope=all");
        send(302, "/cases/views", "qian.yun", "name", "视图3", "query", "scope=late");
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

    private void send(int status, String address, String who, String... fields) throws Exception {
        var form = post(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .with(officer(who))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        mvc.perform(form).andExpect(status().is(status));
    }

    private String read(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(get(URI.create(address))
                        .accept(address.startsWith("/cases/versions") ? MediaType.ALL : MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
