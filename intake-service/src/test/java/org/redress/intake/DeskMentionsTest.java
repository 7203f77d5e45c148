package org.redress.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.EventCodec;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.intake.desk.Mentions;
import org.redress.intake.desk.Mentions.Mention;
import org.redress.intake.desk.Mentions.Unscreened;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The desk asks once whether words are about whom they name, and shows what waits for screening. */
class DeskMentionsTest extends IntakeStack {

    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([0-9A-Z]{10})<");

    @MockitoBean
    private Mentions mentions;

    @Autowired
    private MockMvc mvc;

    @BeforeEach
    void knowsTheOrganisation() {
        streams().publish(TestEvents.organisation());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> mongo.getCollection("directory").countDocuments() == 1);
        when(mentions.in(any(), eq("office")))
                .thenReturn(List.of(
                        new Mention("director", "李厂长（第一机械厂 厂长）", true),
                        new Mention("president", "周董事长（集团 董事长）", false)));
    }

    @Test
    void asksOnceAndSealsWhatTheRecorderSays() throws Exception {
        String key = UUID.randomUUID().toString();

        String question = answered(form(key));
        String recorded =
                answered(form(key).param("mentions", "director president").param("mentioned.director", "only"));

        assertThat(question)
                .contains("信中提到了本单位人员", "name=\"mentioned.director\"", "须由上一级甄别", "感谢李厂长")
                .doesNotContain("mentioned.president", "id=\"receipt\"");
        assertThat(recorded).contains("id=\"screens\"");
        PetitionSubmitted event = eventOf(recorded);
        assertThat(Door.JSON
                        .readValue(
                                KEYS.content().open(event.head().aggregateId(), "content", event.content()),
                                PetitionContent.class)
                        .mentioned())
                .containsExactly("director");
    }

    @Test
    void recordsWhatIsNotAnsweredAndListsWhatWaitsForScreening() throws Exception {
        when(mentions.unscreened("office"))
                .thenReturn(Optional.of(List.of(new Unscreened("0123abcd", "7K3M9QX2TB", "11-29 10:00"))));

        String recorded = answered(form(UUID.randomUUID().toString()).param("mentions", "director president"));

        assertThat(RECEIPT.matcher(recorded).find()).isTrue();
        assertThat(recorded).contains("本件须先由上一级甄别");
        assertThat(answered(get("/desk/recorded"))).contains("0123abcd", "7K3M9QX2TB", "待甄别");
    }

    private static MockHttpServletRequestBuilder form(String key) {
        return post("/desk")
                .with(csrf())
                .param("key", key)
                .param("channel", "letter")
                .param("purpose", "appeal")
                .param("unit", "plant-1")
                .param("text", "感谢李厂长，请周董事长过问");
    }

    private String answered(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(oidcLogin()
                                .idToken(token -> token.subject("office"))
                                .authorities(List.of(new SimpleGrantedAuthority("ROLE_officer")))))
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
    }

    private PetitionSubmitted eventOf(String page) {
        Matcher receipt = RECEIPT.matcher(page);
        assertThat(receipt.find()).as(page).isTrue();
        Document petition = mongo.getCollection("petitions")
                .find(new Document("receipt", receipt.group(1)))
                .first();
        return (PetitionSubmitted) EventCodec.decode(
                "petition.submitted.v1",
                streams()
                        .find(
                                "petition.submissions",
                                Objects.requireNonNull(petition).getString("_id"))
                        .orElseThrow()
                        .value());
    }
}
