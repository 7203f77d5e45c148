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
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What officers have begun to write stays theirs whatever others do, and officers know of each other. */
class DraftsTest extends RunningRouting {

    private static final RequestPostProcessor LI = officer("li.wei");
    private static final RequestPostProcessor ZHAO = officer("zhao.gang");
    private static final String WORDS = "写了很久的理由";

    @Autowired
    private MockMvc mvc;

    @Test
    void givesTheLoserOfARaceTheirWordsBackBesideWhatTheOtherDid() throws Exception {
        String id = submitted();
        String seen = version(id);
        send(302, "/cases/" + id + "/steps/accept", ZHAO, "version", seen);

        String refused = send(412, "/cases/" + id + "/steps/decline", LI, "version", seen, "reason", WORDS);
        assertThat(refused).contains(WORDS).containsPattern("(?s)您填写之后的变动.{0,200}受理.{0,200}赵刚");

        String again = page(id, LI);
        assertThat(again).contains(WORDS).containsPattern("(?s)id=\"left\".*不予受理.*您填写之后的变动.{0,200}受理.{0,200}赵刚");
        assertThat(page(id, ZHAO)).as("another's").doesNotContain(WORDS);
        send(302, "/cases/" + id + "/drafts/decline/discard", LI);
        assertThat(page(id, LI)).doesNotContain(WORDS);
    }

    @Test
    void keepsADraftThroughTransferAndMerger() throws Exception {
        String moved = submitted();
        String joined = submitted();
        String other = submitted();
        write(moved, "comment", "text", WORDS);
        write(joined, "give-opinion", "facts", WORDS, "promises[1].what", "补发津贴");

        send(302, "/cases/" + moved + "/steps/transfer", ZHAO, "version", version(moved), "unit", "plant-2");
        send(
                302,
                "/cases/" + joined + "/steps/merge",
                ZHAO,
                "version",
                version(joined),
                "into",
                other,
                "reason",
                "同一事项");

        assertThat(page(moved, LI)).contains(WORDS);
        assertThat(page(joined, LI)).contains(WORDS, "补发津贴");
    }

    @Test
    void fillsTheFormWithWhatWasSavedUntilItIsSent() throws Exception {
        String id = submitted();
        write(id, "comment", "text", WORDS, "key", "one");
        assertThat(page(id, LI)).containsPattern("(?s)id=\"step-comment\" open.*<textarea[^>]*>" + WORDS);
        assertThat(stored(id).toJson()).doesNotContain(WORDS);

        send(302, "/cases/" + id + "/steps/comment", LI, "version", version(id), "key", "one", "text", WORDS);
        assertThat(page(id, LI)).doesNotContain(WORDS);
        write(id, "comment", "text", WORDS, "key", "one");
        assertThat(page(id, LI)).as("saved late by the page that was sent").doesNotContain(WORDS);

        write(id, "comment", "text", WORDS, "key", "two");
        assertThat(page(id, LI)).contains(WORDS);
        write(id, "comment", "text", " ", "key", "two");
        assertThat(page(id, LI)).doesNotContain(WORDS);
    }

    @Test
    void forgetsWhatNobodyGoesOnWith() throws Exception {
        String id = submitted();
        write(id, "comment", "text", WORDS);
        Date expires = stored(id).getDate("expiresAt");
        assertThat(expires.toInstant()).isAfter(Instant.now().plus(Duration.ofDays(29)));
        assertThat(mongo.indexOps("drafts").getIndexInfo())
                .extracting(IndexInfo::getExpireAfter)
                .anySatisfy(after -> assertThat(after).contains(Duration.ZERO));

        mongo.updateFirst(of(id), new Update().set("expiresAt", Date.from(Instant.now())), "drafts");
        assertThat(page(id, LI)).doesNotContain(WORDS);
    }

    @Test
    void showsNothingToWhomACaseHasComeToBeKeptFrom() throws Exception {
        String id = submitted();
        write(id, "comment", "text", WORDS);
        look(id, LI);
        send(302, "/cases/" + id + "/steps/recuse", ZHAO, "version", version(id), "officer", "li.wei", "reason", "亲属");

        for (RequestPostProcessor one : new RequestPostProcessor[] {LI, as("li.wei", "officer", "supervisor")}) {
            mvc.perform(get("/cases/{id}", id).accept(MediaType.TEXT_HTML).with(one))
                    .andExpect(status().isNotFound());
            send(404, "/cases/" + id + "/drafts/comment", one, "version", "1", "text", "又写");
            send(404, "/cases/" + id + "/presence", one);
        }
        assertThat(page(id, ZHAO)).doesNotContain(WORDS);
    }

    @Test
    void showsOfficersWhoElseIsThereAndWhoWrites() throws Exception {
        String id = submitted();
        look(id, LI);
        assertThat(look(id, ZHAO)).contains("李蔚 正在查看").doesNotContain("赵刚");
        assertThat(look(id, LI)).contains("赵刚 正在查看");

        write(id, "comment", "text", WORDS);
        assertThat(look(id, ZHAO)).containsPattern("李蔚 正在填写：.*备注").doesNotContain(WORDS, "有变动");
        String seen = version(id);
        send(302, "/cases/" + id + "/steps/comment", LI, "version", seen, "text", WORDS);
        assertThat(send(200, "/cases/" + id + "/presence", ZHAO, "version", seen))
                .contains("李蔚 正在查看", "有变动")
                .doesNotContain("正在填写");
        send(204, "/cases/" + id + "/drafts/screen", ZHAO, "version", seen, "note", WORDS);
        assertThat(look(id, LI)).contains("赵刚 正在查看").doesNotContain("正在填写");
        send(403, "/cases/" + id + "/presence", as("auditor", "auditor"));

        Date past = Date.from(Instant.now());
        mongo.updateFirst(
                of(id).addCriteria(Criteria.where("officer").is("li.wei")),
                new Update().set("until", past),
                "presences");
        assertThat(look(id, ZHAO)).doesNotContain("李蔚");
    }

    private String look(String id, RequestPostProcessor who) throws Exception {
        return send(200, "/cases/" + id + "/presence", who, "version", version(id));
    }

    private void write(String id, String step, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "version";
        all[1] = version(id);
        System.arraycopy(fields, 0, all, 2, fields.length);
        send(204, "/cases/" + id + "/drafts/" + step, LI, all);
    }

    private Document stored(String id) {
        return mongo.findOne(of(id), Document.class, "drafts");
    }

    private static Query of(String id) {
        return Query.query(Criteria.where("petitionId").is(id));
    }

    private String submitted() {
        PetitionSubmitted petition = intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", Instant.now());
        intake().send(petition);
        String id = petition.head().aggregateId();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> store.find(id).filter(PetitionCase::isRegistered).isPresent());
        return id;
    }

    private String version(String id) {
        return Long.toString(store.find(id).orElseThrow().version());
    }

    private String send(int status, String address, RequestPostProcessor who, String... fields) throws Exception {
        var form = post(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .locale(Locale.CHINESE)
                .with(who)
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(form)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String page(String id, RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/cases/{id}", id)
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
