package org.redress.notification.deliveries.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.redress.notification.Samples.accepted;
import static org.redress.notification.Samples.ahead;
import static org.redress.notification.Samples.clock;
import static org.redress.notification.Samples.registered;
import static org.redress.notification.Samples.withdrawn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.notification.RunningService;
import org.redress.notification.Samples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DeliveriesTest extends RunningService {

    private final String guarded = UUID.randomUUID().toString();

    @Autowired
    private MockMvc http;

    @BeforeEach
    void sent() {
        var running = clock("notice", LocalDate.of(2026, 3, 16), ahead("half"));
        send(
                registered(petition, List.of("post-owner", "post-head"), running),
                registered(guarded, "DESK", true, "post-desk", List.of("post-desk"), running));
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT", "SENT"));
        eventually().untilAsserted(() -> assertThat(states(guarded + "-1")).containsExactly("SENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "auditor"})
    void showsOverseersAllButRestrictedCases(String role) throws Exception {
        of("anyone", role, "petitionId", petition)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.next", nullValue()))
                .andExpect(jsonPath("$.items[*].recipient", containsInAnyOrder("post-owner", "post-head")))
                .andExpect(jsonPath("$.items[0].id").value(petition + "-1.0"))
                .andExpect(jsonPath("$.items[0].petitionId").value(petition))
                .andExpect(jsonPath("$.items[0].template").value("assigned"))
                .andExpect(jsonPath("$.items[0].channel").value("email"))
                .andExpect(jsonPath("$.items[0].state").value("sent"))
                .andExpect(jsonPath("$.items[0].messageId")
                        .value(entries(petition + "-1").getFirst().getString("messageId")));
        of("anyone", role, "petitionId", guarded).andExpect(jsonPath("$.total").value(0));
        of("anyone", role, "limit", "500").andExpect(jsonPath("$.items[*].petitionId", not(hasItem(guarded))));
    }

    @Test
    void showsOfficersWhatWentToTheirOwnPosts() throws Exception {
        of("owner.one", "officer", "petitionId", petition)
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[*].recipient", containsInAnyOrder("post-owner")));
        of("owner.one", "officer", "recipient", "post-head")
                .andExpect(jsonPath("$.total").value(0));
        of("desk.one", "officer", "petitionId", guarded)
                .andExpect(jsonPath("$.total").value(1));
        of("stranger", "officer", "petitionId", petition)
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void listsOnAPageWhatWentToOnesOwnPosts() throws Exception {
        assertThat(inbox("owner.one"))
                .contains("/cases/" + petition, "有新的信访事项交您承办", "已发送")
                .doesNotContain(guarded);
        assertThat(inbox("desk.one")).contains("/cases/" + guarded).doesNotContain(petition);
        assertThat(inbox("stranger")).contains("还没有发给您的通知").doesNotContain("/cases/");
    }

    @Test
    void saysOnAPageWhichStepWasTaken() throws Exception {
        send(new CaseStepTaken(
                // The newest is on the first page, whatever others were told.
                Samples.head(petition, 2, Samples.NOW.plus(Duration.ofDays(1))),
                "WORKSHOP",
                false,
                "supervise",
                "accepted",
                "post-head",
                null,
                null,
                "WORKSHOP",
                "post-owner",
                List.of("post-owner"),
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null));
        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("SENT"));

        assertThat(inbox("owner.one", "/inbox", "zh")).contains("信访事项有新进展 · 督办");
    }

    @Test
    void namesPostsAndUnitsInTheLanguageOfTheReader() throws Exception {
        assertThat(inbox("owner.one", "/inbox", "zh"))
                .contains("<span>劳资员</span>", "<span class=\"dim\">总装车间</span>")
                .doesNotContain("post-owner");
        assertThat(inbox("owner.one", "/inbox", "en"))
                .contains("<span>Labour officer</span>", "<span class=\"dim\">Assembly shop</span>");
        // Its post has no English title.
        assertThat(inbox("desk.one", "/inbox", "en")).contains("<span>纪检专员</span>");
    }

    /** All pages of an inbox, one after the other: other tests have sent to these posts too. */
    private String inbox(String who) throws Exception {
        StringBuilder pages = new StringBuilder();
        Optional<String> next = Optional.of("/inbox");
        while (next.isPresent()) {
            String page = inbox(who, next.get());
            pages.append(page);
            next = Pattern.compile("href=\"(/inbox\\?cursor=[^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(link -> link.group(1))
                    .findFirst();
        }
        return pages.toString();
    }

    private String inbox(String who, String address) throws Exception {
        return inbox(who, address, "zh");
    }

    private String inbox(String who, String address, String language) throws Exception {
        return http.perform(get(URI.create(address))
                        .header("Accept-Language", language)
                        .accept(MediaType.TEXT_HTML)
                        .with(jwt().jwt(token -> token.subject(who))
                                .authorities(new SimpleGrantedAuthority("ROLE_officer"))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void showsNobodyWhatBecameRestrictedAfterTheyWereTold() throws Exception {
        send(accepted(petition, false), withdrawn(petition, "DESK", true, "post-desk"));
        eventually()
                .untilAsserted(() -> of("owner.one", "officer", "petitionId", petition)
                        .andExpect(jsonPath("$.total").value(0)));

        eventually()
                .untilAsserted(() -> of("desk.one", "officer", "petitionId", petition)
                        .andExpect(jsonPath("$.total").value(1)));
        of("anyone", "supervisor", "petitionId", petition)
                .andExpect(jsonPath("$.total").value(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "adapter", "service"})
    void showsNothingToOthers(String role) throws Exception {
        of("anyone", role).andExpect(status().isForbidden());
    }

    @Test
    void asksForAToken() throws Exception {
        http.perform(get("/api/deliveries")).andExpect(status().isUnauthorized());
    }

    @Test
    void filtersByStateTemplateAndChannel() throws Exception {
        of("a", "supervisor", "petitionId", petition, "state", "failed")
                .andExpect(jsonPath("$.total").value(0));
        of("a", "supervisor", "petitionId", petition, "state", "sent")
                .andExpect(jsonPath("$.total").value(2));
        of("a", "supervisor", "petitionId", petition, "channel", "email")
                .andExpect(jsonPath("$.total").value(2));
        of("a", "supervisor", "petitionId", petition, "channel", "webhook")
                .andExpect(jsonPath("$.total").value(0));
        of("a", "supervisor", "channel", "webhook", "recipient", "adapter:hotline")
                .andExpect(jsonPath("$.total").value(0));
        of("a", "supervisor", "petitionId", petition, "template", "due")
                .andExpect(jsonPath("$.total").value(0));
        of("a", "supervisor", "petitionId", petition, "template", "assigned", "recipient", "post-head")
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void walksThroughAllPagesWithoutMissingOrRepeatingOne() throws Exception {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String page = (cursor == null
                            ? of("a", "supervisor", "limit", "1")
                            : of("a", "supervisor", "limit", "1", "cursor", cursor))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.items", hasSize(1)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen.add(JsonPath.read(page, "$.items[0].id"));
            cursor = JsonPath.<List<String>>read(page, "$..next").stream()
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } while (cursor != null && seen.size() < 60);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.size()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "state, gone",
        "template, gone",
        "channel, gone",
        "cursor, gone",
        "limit, 0",
        "limit, 501",
        "limit, many",
        "recipient, post-nobody",
        "petitionId, nope",
        "petition, x"
    })
    void namesTheWrongParameter(String name, String value) throws Exception {
        of("a", "supervisor", name, value)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(name));
    }

    @Test
    void describesItself() throws Exception {
        http.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/deliveries'].get.parameters").isNotEmpty())
                .andExpect(jsonPath("$.webhooks['petition.stage'].post.requestBody.content['application/json'].schema"
                                + ".properties.data.properties.stage.type")
                        .value("string"))
                .andExpect(content().string(not(containsString("*/*"))));
    }

    private ResultActions of(String person, String role, String... parameters) throws Exception {
        MockHttpServletRequestBuilder request = get("/api/deliveries")
                .with(jwt().jwt(token -> token.subject(person))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + role)));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return http.perform(request);
    }
}
