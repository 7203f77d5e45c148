package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class CasePagesTest extends RunningRouting {

    private static final Instant NOW = Instant.now();
    private static final Duration MONTHS = Duration.ofDays(60);

    @Autowired
    private MockMvc mvc;

    @Test
    void listsOnesOwnCasesWithTheirLimitsInWords() throws Exception {
        String late = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW.minus(MONTHS)));
        String fresh = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        String page = page("/cases?due=late", officer("li.wei"), Locale.CHINESE);

        assertThat(page).contains("/cases/" + late, "超期", "受理告知", "条例").doesNotContain("/cases/" + fresh);
        assertThat(page("/cases", officer("li.wei"), Locale.ENGLISH)).contains("days left · notice of acceptance");
        assertThat(page("/cases?scope=all", officer("wang.li"), Locale.CHINESE))
                .doesNotContain("/cases/" + late, "/cases/" + fresh);
    }

    @Test
    void showsTheWordsToThoseWhoMayOpenThemAlone() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).contains("三个月没发工资了", "登记", "受理");
        assertThat(page("/cases/" + id, as("auditor", "auditor"), Locale.CHINESE))
                .contains("登记")
                .doesNotContain("三个月没发工资了");
        mvc.perform(get("/cases/{id}", id).accept(MediaType.TEXT_HTML).with(officer("wang.li")))
                .andExpect(status().isNotFound());
    }

    @Test
    void refusesAFilterThatItDoesNotKnow() throws Exception {
        for (String query : new String[] {"state=lost", "scope=other", "due=never", "topic=none", "unit=none"}) {
            mvc.perform(get("/cases?" + query).accept(MediaType.TEXT_HTML).with(officer("li.wei")))
                    .andExpect(status().isBadRequest());
        }
    }

    private String submit(PetitionSubmitted petition) {
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private String page(String address, RequestPostProcessor who, Locale language) throws Exception {
        return mvc.perform(get(address)
                        .accept(MediaType.TEXT_HTML)
                        .locale(language)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
