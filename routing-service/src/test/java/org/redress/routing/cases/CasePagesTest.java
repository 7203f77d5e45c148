package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.routing.Tokens.as;
import static org.redress.routing.Tokens.officer;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Json;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.routing.Intake;
import org.redress.routing.likeness.NearTexts;
import org.redress.routing.near.NearPairs;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Promise;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

class CasePagesTest extends RunningRouting {

    private static final Instant NOW = Instant.now();
    private static final Duration MONTHS = Duration.ofDays(60);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private NearPairs pairs;

    @Test
    void listsOnesOwnCasesWithTheirLimitsInWords() throws Exception {
        String late = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW.minus(MONTHS)));
        String fresh = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        String page = page("/cases?scope=mine&due=late", officer("li.wei"), Locale.CHINESE);

        assertThat(page).contains("/cases/" + late, "超期", "受理告知", "条例").doesNotContain("/cases/" + fresh);
        assertThat(page("/cases", officer("li.wei"), Locale.ENGLISH)).contains("days left · notice of acceptance");
        assertThat(page("/cases?scope=all", officer("wang.li"), Locale.CHINESE))
                .doesNotContain("/cases/" + late, "/cases/" + fresh);
        // What it climbed meanwhile is told in words.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(page("/cases/" + late, officer("li.wei"), Locale.CHINESE))
                        .contains("已报告上级（第2级）")
                        .doesNotContain("level-", "standing-"));
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
    void listsEachCaseUnderWhatItWaitsForAndCountsWhatItLists() throws Exception {
        String mine = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String served = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String pushed = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String handed = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        opined(served);
        take(pushed, "supervise", "level", "red", "dueOn", days(9), "instruction", "尽快核实");
        take(handed, "transfer", "unit", "plant-2");

        assertThat(listed("mine", "li.wei", mine, served, pushed, handed)).containsExactly(mine, served, pushed);
        assertThat(listed("to-serve", "li.wei", mine, served, pushed)).containsExactly(served);
        assertThat(listed("supervised", "li.wei", mine, served, pushed)).containsExactly(pushed);
        assertThat(listed("unit", "zhao.gang", mine, served, pushed, handed)).containsExactly(mine, served, pushed);
        boolean office = store.find(handed).orElseThrow().assignment().owner().equals("plant-2.petitions");
        assertThat(listed("to-receive", office ? "pan.xue" : "deng.hui", mine, handed))
                .containsExactly(handed);
        assertThat(listed("all", "wang.li", mine, served, pushed, handed)).isEmpty();
    }

    @Test
    void leadsAProposalToTheLeaderAndTheInstructionBack() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String other = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        assertThat(listed("to-instruct", "zhao.gang", id, other)).isEmpty();

        take(id, "propose", "leader", "plant-1.director", "lead", "plant-2", "assisting", "group", "text", "建议由二厂主办");

        assertThat(listed("to-instruct", "zhao.gang", id, other)).containsExactly(id);
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE))
                .contains("已拟办", "<dt>待批示</dt>", "由拟办意见所请的领导");
        assertThat(page("/cases/" + id, officer("zhao.gang"), Locale.CHINESE)).contains("id=\"step-instruct\"");
        takeAs(
                "zhao.gang",
                id,
                "instruct",
                "verdict",
                "as-proposed",
                "lead",
                "plant-2",
                "dueOn",
                days(9),
                "text",
                "同意，请二厂抓紧办理");
        assertThat(listed("to-instruct", "zhao.gang", id, other)).isEmpty();
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).contains("已批示", "同意拟办意见 · 主办");
    }

    @Test
    void showsACaseToWhoIsAskedForAPartAndLetsThemReturnThatAlone() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String other = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        assertThat(listed("all", "dong.liang", id, other)).isEmpty();

        take(id, "ask-part", "post", "services.logistics", "dueOn", days(5), "text", "请提供宿舍入住记录");

        assertThat(listed("to-help", "dong.liang", id, other)).containsExactly(id);
        String page = page("/cases/" + id, officer("dong.liang"), Locale.CHINESE);
        assertThat(page)
                .contains("id=\"step-return-part\"", "待反馈", "/texts/")
                .doesNotContain("三个月没发工资了", "id=\"step-accept\"", "id=\"step-comment\"");
        Matcher text = Pattern.compile("/cases/" + id + "/texts/[\\w-]+").matcher(page);
        assertThat(text.find()).isTrue();
        assertThat(page(text.group(), officer("dong.liang"), Locale.CHINESE)).contains("请提供宿舍入住记录");
        mvc.perform(form(id, "comment", "version", version(id), "text", "x").with(officer("dong.liang")))
                .andExpect(status().isForbidden());

        takeAs("dong.liang", id, "return-part", "part", "1", "text", "记录已核对");

        assertThat(listed("all", "dong.liang", id, other)).isEmpty();
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).contains("已反馈协办情况");
    }

    @Test
    void listsWhomToCallBackAndWhatALeaderTookInCharge() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        takeAs("zhao.gang", id, "take-charge", "note", "请抓紧");
        assertThat(listed("in-charge", "zhao.gang", id)).containsExactly(id);
        assertThat(page("/cases?scope=mine&number=" + id, officer("li.wei"), Locale.CHINESE))
                .contains("领导包案");

        opined(id);
        take(id, "serve", "how", "in-person", "servedOn", days(0), "proof", "本人签收");
        assertThat(listed("to-call-back", "li.wei", id)).containsExactly(id);
        take(id, "call-back", "outcome", "reached", "withUnit", "satisfied", "promised", "kept", "text", "已确认收到");

        assertThat(listed("to-call-back", "li.wei", id)).isEmpty();
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).contains("已联系上 · 对责任单位满意 · 承诺已落实");
    }

    @Test
    void saysInTheListAndOnTheCaseThatWhatWasSentIsNotServed() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        opined(id);

        take(id, "note-sending", "sending", "came-back", "text", "收件人不在，逾期未领");

        assertThat(page("/cases?scope=to-serve&number=" + id, officer("li.wei"), Locale.CHINESE))
                .contains("退回，未送达");
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).contains("被退回，未送达 · ");
        take(id, "serve", "how", "in-person", "servedOn", days(0), "proof", "本人签收");
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE))
                .contains("这是一项权利，逾期即止，不催办")
                .doesNotContain("退回，未送达</span>");
    }

    /** Those of the cases that stand in a list, whose tab says as many as its foot. */
    private List<String> listed(String scope, String who, String... ids) throws Exception {
        Pattern here = Pattern.compile("aria-current=\"page\"><span>[^<]*</span> <span class=\"figures\">(\\d+)");
        List<String> listed = new ArrayList<>();
        for (String id : ids) {
            String page = page("/cases?scope=" + scope + "&number=" + id, officer(who), Locale.CHINESE);
            Matcher tab = here.matcher(page);
            assertThat(tab.find()).as(page).isTrue();
            assertThat(page).contains("共 " + tab.group(1) + " 件");
            if (page.contains("/cases/" + id)) {
                listed.add(id);
            }
        }
        return listed;
    }

    @Test
    void goesOnToTheNextCaseOfTheListItWasOpenedFrom() throws Exception {
        for (int one = 0; one < 2; one++) {
            // None of these is late, so that nothing but the test changes them.
            opined(submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW)));
        }
        Pattern row = Pattern.compile("data-row=\"\" href=\"(/cases/([\\w-]+)\\?from=([^&\"]+)&amp;place=([^\"]+))\"");
        List<MatchResult> rows = row.matcher(page("/cases?scope=to-serve", officer("li.wei"), Locale.CHINESE))
                .results()
                .toList();
        String first = rows.get(0).group(2);
        String second = rows.get(1).group(2);
        String from = URLDecoder.decode(rows.get(0).group(3), StandardCharsets.UTF_8);
        String place = rows.get(0).group(4);

        String page = mvc.perform(get("/cases/{id}", first)
                        .param("from", from)
                        .param("place", place)
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer("li.wei")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .containsPattern("/cases/" + second + "\\?[^>]*data-key=\"n\"")
                .contains("待送达");

        String[] note = {"text", "已联系", "from", from, "place", place};
        for (String then : new String[] {"next", "back", "stay"}) {
            String[] fields = Stream.concat(Stream.of("version", version(first), "then", then), Stream.of(note))
                    .toArray(String[]::new);
            String to = mvc.perform(form(first, "comment", fields))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(cookie().value("redress-then", then))
                    .andReturn()
                    .getResponse()
                    .getRedirectedUrl();
            assertThat(to)
                    .as(then)
                    .startsWith(
                            switch (then) {
                                case "next" -> "/cases/" + second + "?from=";
                                case "back" -> "/cases?scope=to-serve";
                                default -> "/cases/" + first + "?from=";
                            });
        }
    }

    @Test
    void tellsApartHowItWasHandledWhatWentToThePetitionerAndWhatLeftATrace() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String other = submit(intake().appeal("plant-1", "拖欠工资", "四个月没发工资了", NOW));
        take(id, "note-contact", "how", "call", "outcome", "reached", "text", "已说明");
        take(id, "set-heading", "heading", "津贴发放");
        take(other, "set-heading", "heading", "夜班补贴");
        mvc.perform(post("/api/matters")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"工资\",\"petitionIds\":[\"" + id + "\",\"" + other + "\"]}")
                        .with(officer("li.wei")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.members[*].heading").value(hasItem("夜班补贴")));

        String page = page("/cases/" + id, officer("li.wei"), Locale.CHINESE);

        assertThat(page).containsPattern("(?s)id=\"talks\".*电话 已联系上.*id=\"traces\".*拟定事由");
        assertThat(page("/matters", officer("li.wei"), Locale.CHINESE)).contains("津贴发放");
        assertThat(page("/matters", officer("wang.li"), Locale.CHINESE)).doesNotContain("津贴发放");
        Matcher matter = Pattern.compile("/matters/([\\w-]+)").matcher(page);
        assertThat(matter.find()).isTrue();
        String together = "/cases?scope=all&matter=" + matter.group(1);
        assertThat(page(together, officer("li.wei"), Locale.CHINESE)).contains(id, other, "共 2 件");
        assertThat(page(together, officer("wang.li"), Locale.CHINESE)).doesNotContain(id, other);
        assertThat(page).containsPattern("(?s)<h1>.*津贴发放.*</h1>").contains("夜班补贴", "您可查看其中 2 件");
        assertThat(page).containsPattern("(?s)class=\"stages\".*class=\"done\".*登记.*aria-current=\"step\".*受理");
        assertThat(page("/cases/" + id, as("auditor", "auditor"), Locale.CHINESE))
                .contains("调阅记录");
    }

    @Test
    void putsChosenCasesIntoOneMatterAndGivesThemOneOpinion() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了" + i, NOW));
            take(id, "accept");
            ids.add(id);
        }
        String foreign = submit(intake().appeal("construction", "工资", "没发工资", NOW));
        assertThat(page(
                        "/cases?scope=all&number=" + PetitionCase.numberOf(ids.get(0)),
                        officer("li.wei"),
                        Locale.CHINESE))
                .contains("action=\"/matters/new\"", "name=\"petition\" form=\"chosen\" value=\"" + ids.get(0));
        assertThat(page(
                        "/matters/new?petition=" + ids.get(0) + "&petition=" + ids.get(1) + "&petition=" + foreign,
                        officer("li.wei"),
                        Locale.CHINESE))
                .contains("value=\"" + ids.get(0), "value=\"" + ids.get(1))
                .doesNotContain("value=\"" + foreign);

        assertThat(refused(matterForm("/matters", "petition", ids.get(0)), 400))
                .contains(ids.get(0), "id=\"title-wrong\"");
        assertThat(refused(matterForm("/matters", "title", "停暖", "petition", foreign), 400))
                .contains("value=\"停暖\"");
        String at = mvc.perform(
                        matterForm("/matters", "title", "东区三号楼提前停暖", "petition", ids.get(0), "petition", ids.get(1)))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("done"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page(at, officer("li.wei"), Locale.CHINESE))
                .contains("<h1>东区三号楼提前停暖", "您可查看 2 件", "<td data-name=\"来源\"><span>网信</span>");
        mvc.perform(matterForm(at + "/members", "number", PetitionCase.numberOf(ids.get(2))))
                .andExpect(status().is3xxRedirection());
        assertThat(refused(matterForm(at + "/members", "number", PetitionCase.numberOf(foreign)), 400))
                .contains("您可查看 3 件");
        mvc.perform(matterForm(at + "/members/" + ids.get(1) + "/remove")).andExpect(status().is3xxRedirection());

        assertThat(refused(
                        matterForm(at + "/give-opinion", "version", "2", "outcome", "explained", "request", "恢复供暖"),
                        400))
                .contains("恢复供暖", "facts-wrong");
        String early = submit(intake().appeal("plant-1", "拖欠工资", "四个月没发工资了", NOW));
        mvc.perform(matterForm(at + "/members", "number", PetitionCase.numberOf(early)))
                .andExpect(status().is3xxRedirection());
        assertThat(refused(opinion(at, "3"), 409))
                .contains("各件附有相应规则")
                .containsPattern("尚未作出</span><span class=\"dim\"> · [^<]+</span></td>");
        mvc.perform(matterForm(at + "/members/" + early + "/remove")).andExpect(status().is3xxRedirection());
        mvc.perform(opinion(at, "4")).andExpect(status().is3xxRedirection());
        assertThat(page(at, officer("li.wei"), Locale.CHINESE)).contains("您可查看 2 件", "正在办理");
    }

    @Test
    void takesOneStepForManyAndNothingTwice() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了" + i, NOW)));
        }
        String foreign = submit(intake().appeal("construction", "工资", "没发工资", NOW));
        take(ids.get(1), "accept");
        String chosen = "?step=accept&petition=" + String.join("&petition=", ids) + "&petition=" + foreign;
        String rehearsed = page("/cases/bulk" + chosen, officer("li.wei"), Locale.CHINESE);
        assertThat(rehearsed)
                .contains("3 件可办，1 件不可办", "value=\"" + ids.get(0) + ":")
                .doesNotContain("value=\"" + ids.get(1) + ":", "value=\"" + foreign + ":");
        List<String> sent = new ArrayList<>(List.of("key", "one", "petition", foreign + ":1"));
        Pattern.compile("value=\"([\\w-]+:\\d+)\"")
                .matcher(rehearsed)
                .results()
                .forEach(seen -> sent.addAll(List.of("petition", seen.group(1))));
        // One is worked on by somebody else after it was shown.
        take(ids.get(2), "comment", "text", "已联系");

        String done = answer(matterForm("/cases/bulk/accept", sent.toArray(String[]::new)));
        assertThat(done)
                .contains("已办 2 件，未办 1 件", "已被他人修改", "另有 1 件", "data-answered")
                .doesNotContain(foreign);
        long version = store.find(ids.get(0)).orElseThrow().version();
        assertThat(answer(matterForm("/cases/bulk/accept", sent.toArray(String[]::new))))
                .contains("已办 2 件，未办 1 件");
        assertThat(store.find(ids.get(0)).orElseThrow().version()).isEqualTo(version);
        assertThat(refused(matterForm("/cases/bulk/comment", "key", "two", "petition", sent.get(5)), 400))
                .contains("comment-text-wrong", "value=\"" + ids.get(0));
        assertThat(page("/cases/bulk?step=accept", officer("li.wei"), Locale.CHINESE))
                .contains("没有选中您有权办理的信访件");
        assertThat(page("/cases/bulk?scope=mine&step=comment", officer("li.wei"), Locale.CHINESE))
                .contains("value=\"mine\"", ids.get(1) + ":");
    }

    private String answer(MockHttpServletRequestBuilder form) throws Exception {
        return mvc.perform(form)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder opinion(String matter, String version) {
        return matterForm(
                matter + "/give-opinion",
                "version",
                version,
                "outcome",
                "explained",
                "request",
                "恢复供暖",
                "facts",
                "属实",
                "reasons",
                "已恢复",
                "legalBasis",
                "供热条例");
    }

    private static MockHttpServletRequestBuilder matterForm(String address, String... fields) {
        MockHttpServletRequestBuilder form = post(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .locale(Locale.CHINESE)
                .with(officer("li.wei"))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    @Test
    void takesAnOrderAlsoFromWhoCameByAListThatIsNoMore() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        mvc.perform(form(
                        id,
                        "comment",
                        "version",
                        version(id),
                        "text",
                        "已联系",
                        "from",
                        "scope=mine&unit=gone",
                        "place",
                        "none",
                        "then",
                        "next"))
                .andExpect(status().is3xxRedirection());
        assertThat(store.find(id).orElseThrow().texts()).hasSize(1);
    }

    private void opined(String id) throws Exception {
        take(id, "accept");
        take(
                id,
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
    }

    private static String days(int later) {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(later).toString();
    }

    private void take(String id, String step, String... fields) throws Exception {
        takeAs("li.wei", id, step, fields);
    }

    private void takeAs(String who, String id, String step, String... fields) throws Exception {
        String[] all = Stream.concat(Stream.of("version", version(id)), Stream.of(fields))
                .toArray(String[]::new);
        mvc.perform(form(id, step, all).with(officer(who))).andExpect(status().is3xxRedirection());
    }

    @Test
    void findsACaseByTheReceiptOfItsPetitionerHoweverItIsTyped() throws Exception {
        String receipt = Long.toHexString(System.nanoTime()).toUpperCase(Locale.ROOT);
        String id = submit(Intake.receipted(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW), receipt));

        String typed = receipt.toLowerCase(Locale.ROOT).replace('0', 'o');
        String address = "/cases?scope=all&number=" + typed.substring(0, 4) + "-" + typed.substring(4);
        assertThat(page(address, officer("li.wei"), Locale.CHINESE)).contains("/cases/" + id, "共 1 件");
        assertThat(page(address, officer("wang.li"), Locale.CHINESE)).contains("没有符合条件的信访事项");
    }

    @Test
    void findsACaseByTheNumberThatItHasOutside() throws Exception {
        String number = "12345-" + System.nanoTime();
        String id = submit(Intake.numbered(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW), number));
        submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        for (String called : new String[] {number, id}) {
            assertThat(page("/cases?scope=all&number=" + called, officer("li.wei"), Locale.CHINESE))
                    .contains("/cases/" + id, number, "共 1 件");
            assertThat(page("/cases?scope=all&number=" + called, officer("wang.li"), Locale.CHINESE))
                    .as("not theirs to see")
                    .contains("没有符合条件的信访事项");
        }
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).contains("外部编号", number);
    }

    @Test
    void showsTheDaysOfABodyOutsideBesideTheLimitsOfTheLaw() throws Exception {
        String number = "12345-" + System.nanoTime();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        PetitionOrigin origin =
                new PetitionOrigin("市热线", number, today, today.plusDays(1), today.plusDays(9), today.plusDays(2));
        String id =
                submit(Intake.recorded(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW), "qian.yun", origin, 3, 23));

        String list = page("/cases?scope=all&number=" + number, officer("li.wei"), Locale.CHINESE);
        String written = today.plusDays(1).format(DateTimeFormatter.ofPattern("M月d日"));
        assertThat(list).contains("/cases/" + id, number, "市热线" + written + "前首复", "受理告知", "共 1 件");
        assertThat(page("/cases?scope=all&number=" + number, officer("wang.li"), Locale.CHINESE))
                .doesNotContain(written + "前首复");
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE))
                .contains("外来件", "可退回至", "报结果至", today.plusDays(9).toString(), "自称 23，未核实", "钱芸", "受理告知");
        assertThat(store.find(id).orElseThrow().clocks().all())
                .as("no limit of the law follows a day of theirs")
                .noneMatch(clock -> clock.dueOn().equals(today.plusDays(9)));
    }

    @Test
    void keepsALedgerOfWhatBodiesOutsideSentByTheirDaysForWhoMayKnowOfItAlone() throws Exception {
        String body = "热线" + System.nanoTime();
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String none = submit(sent(body, null, null, null));
        String soon = submit(sent(body, null, today.plusDays(1), today.plusDays(2)));
        String late = submit(sent(body, today.minusDays(1), today.plusDays(9), null));
        String kept = submit(Intake.recorded(
                intake().about("plant-1", "科长刁难", NOW, new PetitionContent.About("officer", "li.wei")),
                "qian.yun",
                new PetitionOrigin(body, "12345-" + System.nanoTime(), today, null, today, null),
                1,
                1));

        assertThat(ledger(body, "", "li.wei")).containsExactly(late, soon, none);
        assertThat(ledger(body, "", "luo.min")).contains(kept).hasSize(4);
        assertThat(ledger(body, "", "wang.li")).isEmpty();
        assertThat(ledger(body, "&due=late", "li.wei")).containsExactly(late);
        assertThat(ledger(body, "&due=soon", "li.wei")).containsExactly(soon);
        assertThat(listed("late", "li.wei", late)).as("late by the law").isEmpty();
        assertThat(page("/cases?scope=sheets&body=" + body, officer("li.wei"), Locale.CHINESE))
                .contains("超期 1 日", body, today.plusDays(9).toString());

        take(late, "reply-to-body", "reply", "answer", "text", "已电话反馈热线");
        takeAs("qian.yun", soon, "return-to-body", "text", "不属本单位职责");
        assertThat(ledger(body, "", "li.wei")).containsExactly(soon, none);
        assertThat(page("/cases?scope=sheets&sheet=all&body=" + body, officer("li.wei"), Locale.CHINESE))
                .contains("已反馈 " + today.format(DateTimeFormatter.ofPattern("M月d日")), "已退回待确认");

        take(soon, "confirm-return", "text", "热线已收回，请拨打 12345 查询");
        assertThat(ledger(body, "", "li.wei")).containsExactly(none);
        assertThat(ledger(body, "&sheet=returned", "li.wei")).containsExactly(soon);
        assertThat(listed("mine", "li.wei", soon)).isEmpty();
        assertThat(listed("all", "li.wei", soon)).as("still a piece").containsExactly(soon);
        mvc.perform(get("/cases?scope=sheets&sheet=lost")
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer("li.wei")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("外来件：")));
    }

    @Test
    void namesTheDayUntilWhichABodyOutsideTookASheetBack() throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String id = submit(sent("市热线", null, null, today.minusDays(1)));

        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE))
                .contains("来件单位规定的退回期限是 " + today.minusDays(1));
        mvc.perform(form(id, "return-to-body", "version", version(id), "text", "x")
                        .locale(Locale.CHINESE))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("来件单位规定的退回期限是 " + today.minusDays(1))));
    }

    private PetitionSubmitted sent(
            String body, @Nullable LocalDate first, @Nullable LocalDate due, @Nullable LocalDate returnable) {
        LocalDate came = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(2);
        PetitionOrigin origin = new PetitionOrigin(body, "12345-" + System.nanoTime(), came, first, due, returnable);
        return Intake.recorded(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW), "qian.yun", origin, 1, 1);
    }

    /** The cases in a ledger, in its order; as many as its tab and its foot say. */
    private List<String> ledger(String body, String more, String who) throws Exception {
        String page = page("/cases?scope=sheets&body=" + body + more, officer(who), Locale.CHINESE);
        List<String> listed = Pattern.compile("data-id=\"([\\w-]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(page)
                .containsPattern(
                        "aria-current=\"page\"><span>外来件</span> <span class=\"figures\">" + listed.size() + "</span>")
                .contains("共 " + listed.size() + " 件");
        return listed;
    }

    @Test
    void letsNobodyOpenWhatIsAboutThemForHavingRecordedIt() throws Exception {
        String number = "12345-" + System.nanoTime();
        PetitionOrigin origin =
                new PetitionOrigin("市热线", number, LocalDate.now(ZoneId.of("Asia/Shanghai")), null, null, null);
        String id = submit(Intake.recorded(
                intake().about("plant-1", "联络员收礼", NOW, new PetitionContent.About("officer", "qian.yun")),
                "qian.yun",
                origin,
                1,
                1));

        mvc.perform(get("/cases/{id}", id).accept(MediaType.TEXT_HTML).with(officer("qian.yun")))
                .andExpect(status().isNotFound());
        assertThat(page("/cases?scope=all&number=" + number, officer("qian.yun"), Locale.CHINESE))
                .doesNotContain("/cases/" + id);
    }

    @Test
    void showsWhatIsAskedForOneByOneAndKeepsItFromWhomAClaimNames() throws Exception {
        PetitionContent says =
                new PetitionContent("信访岗位", "事情写在诉求里", null, List.of(), null, List.of("补发十二月的奖金", "请钱芸向我道歉"));
        PetitionContent harmless =
                new PetitionContent("奖金", "事情写在诉求里", null, List.of(), null, List.of("补发十二月的奖金", "公布发放办法"));

        String named = submit(intake().saying(says, NOW));
        String open = submit(intake().saying(harmless, NOW));

        mvc.perform(get("/cases/{id}", named).accept(MediaType.TEXT_HTML).with(officer("qian.yun")))
                .andExpect(status().isNotFound());
        assertThat(page("/cases/" + open, officer("qian.yun"), Locale.CHINESE))
                .contains("<li>补发十二月的奖金</li><li>公布发放办法</li>");
    }

    @Test
    void tellsTheDeskOfEarlierPiecesThatItsOfficerMaySeeAlone() throws Exception {
        String phone = "+86139" + String.valueOf(System.nanoTime()).substring(4, 12);
        String number = "12345-" + System.nanoTime();
        PetitionContact who = new PetitionContact("汤女士", phone, null, null, List.of(), false, null, "zh");
        PetitionOrigin origin =
                new PetitionOrigin("市热线", number, LocalDate.now(ZoneId.of("Asia/Shanghai")), null, null, null);
        String open = submit(intake().from(who, new PetitionContent("拖欠工资", "没发工资", null, List.of()), NOW));
        String about = submit(Intake.recorded(
                intake().from(
                                who,
                                new PetitionContent(
                                        "科长刁难",
                                        "科长不给签字",
                                        null,
                                        List.of(new PetitionContent.About("officer", "li.wei"))),
                                NOW),
                "qian.yun",
                origin,
                1,
                1));

        assertThat(earlier("luo.min", phone, number)).contains(open, about, "\"sameNumber\":true");
        assertThat(earlier("li.wei", phone, number)).contains(open).doesNotContain(about, "\"sameNumber\":true");
        assertThat(earlier("wang.li", phone, number)).isEqualTo("[]");
        assertThat(earlier("luo.min", "", "")).isEqualTo("[]");
        mvc.perform(post("/internal/earlier")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"officer\":\"luo.min\"}")
                        .with(officer("luo.min")))
                .andExpect(status().isForbidden());
    }

    @Test
    void tellsTheDeskOfNothingThatSomebodyWroteAnonymously() throws Exception {
        String phone = "+86139" + String.valueOf(System.nanoTime()).substring(4, 12);
        PetitionContact who = new PetitionContact("汤女士", phone, null, null, List.of(), false, null, "zh");
        PetitionContact hidden = new PetitionContact("汤女士", phone, null, null, List.of(), true, null, "zh");
        PetitionContent says = new PetitionContent("拖欠工资", "没发工资", null, List.of());
        String open = submit(intake().from(who, says, NOW));
        String anonymous = submit(intake().from(hidden, says, NOW));

        assertThat(earlier("luo.min", phone, "")).contains(open).doesNotContain(anonymous);
        assertThat(store.find(anonymous).orElseThrow().registration().petition().petitioner())
                .as("a repeat is still one")
                .isEqualTo(
                        store.find(open).orElseThrow().registration().petition().petitioner());
    }

    @Test
    void proposesWhatMayBeTheSameToWhoMayOpenBothUntilItIsRefused() throws Exception {
        PetitionContact who = somebody();
        PetitionContent about =
                new PetitionContent("科长刁难", "科长不给签字", null, List.of(new PetitionContent.About("officer", "li.wei")));
        String one = submit(intake().from(who, new PetitionContent("拖欠工资", "年终结算没有一次算对", null, List.of()), NOW));
        String two = submit(intake().from(who, new PetitionContent("拖欠工资", "两位师傅的技能补贴没算进去", null, List.of()), NOW));
        String words =
                submit(intake().from(somebody(), new PetitionContent("拖欠工资", "考勤表月底改过两回", null, List.of()), NOW));
        String kept = submit(intake().from(who, about, NOW));
        pairs.propose(one, List.of(new NearTexts.Near(words, 0.84), new NearTexts.Near(kept, 0.9)));

        JsonNode near = near(one, "li.wei");
        assertThat(near.findValuesAsString("petitionId")).containsExactly(words, two);
        assertThat(near.get(0).path("likeness").asInt()).isEqualTo(84);
        assertThat(near.get(0).path("sameContact").asBoolean()).isFalse();
        assertThat(near.get(1).path("sameContact").asBoolean()).isTrue();
        assertThat(near(one, "luo.min").findValuesAsString("petitionId")).contains(kept, words, two);
        String page = page("/cases/" + one, officer("li.wei"), Locale.CHINESE);
        assertThat(page)
                .contains("可能是同一事项", "字句相近（84%）", "/matters/new?petition=" + one + "&amp;petition=" + words)
                .doesNotContain(kept);
        assertThat(page("/cases/" + one, as("auditor", "auditor"), Locale.CHINESE))
                .doesNotContain("可能是同一事项");

        mvc.perform(post("/cases/{id}/near/{other}/refuse", one, words)
                        .with(csrf())
                        .with(officer("li.wei")))
                .andExpect(redirectedUrl("/cases/" + one + "#near"));
        pairs.propose(one, List.of(new NearTexts.Near(words, 0.84)));
        mvc.perform(delete("/api/cases/{id}/near/{other}", two, one).with(officer("li.wei")))
                .andExpect(status().isNoContent());
        mvc.perform(delete("/api/cases/{id}/near/{other}", one, kept).with(officer("li.wei")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("otherId"));

        assertThat(near(one, "li.wei")).isEmpty();
        assertThat(near(words, "li.wei")).isEmpty();
        assertThat(near(one, "luo.min").findValuesAsString("petitionId")).containsExactly(kept);
    }

    @Test
    void putsWhatIsProposedIntoTheMatterOfTheOther() throws Exception {
        String one = submit(intake().from(somebody(), new PetitionContent("拖欠工资", "合同工的饭补少了一半", null, List.of()), NOW));
        String other =
                submit(intake().from(somebody(), new PetitionContent("拖欠工资", "轮休那几天按旷工扣了", null, List.of()), NOW));
        pairs.propose(one, List.of(new NearTexts.Near(other, 1)));
        mvc.perform(post("/api/matters")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":\"工资\",\"petitionIds\":[\"" + other + "\"]}")
                        .with(officer("li.wei")))
                .andExpect(status().isCreated());
        String matter = near(one, "li.wei").get(0).path("matterId").asString();
        assertThat(page("/cases/" + one, officer("li.wei"), Locale.CHINESE))
                .containsPattern("/matters/" + matter + "/members\"[^§]*value=\"" + one + "\"");

        mvc.perform(post("/matters/{id}/members", matter)
                        .param("number", one)
                        .with(csrf())
                        .with(officer("li.wei")))
                .andExpect(status().is3xxRedirection());

        assertThat(near(one, "li.wei")).as("it is in the matter").isEmpty();
    }

    private static PetitionContact somebody() {
        String phone = "+86139" + String.valueOf(System.nanoTime()).substring(4, 12);
        return new PetitionContact("汤女士", phone, null, null, List.of(), false, null, "zh");
    }

    private JsonNode near(String id, String who) throws Exception {
        return Json.MAPPER.readTree(mvc.perform(get("/api/cases/{id}/near", id).with(officer(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private String earlier(String officer, String phone, String number) throws Exception {
        return mvc.perform(post("/internal/earlier")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"officer\":\"%s\",\"phone\":\"%s\",\"body\":\"市热线\",\"number\":\"%s\"}"
                                .formatted(officer, phone, number))
                        .with(as("intake", "service")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void takesTheTopicThatTheOfficerAtTheDeskChose() throws Exception {
        PetitionContent says = new PetitionContent("拖欠工资", "三个月没发工资了", null, List.of(), "labour.pay.bonus", List.of());

        String id = submit(intake().saying(says, NOW));

        assertThat(store.find(id).orElseThrow().registration().topic()).isEqualTo("labour.pay.bonus");
    }

    @Test
    void refusesAFilterThatItDoesNotKnow() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        for (String query : new String[] {
            "state=lost", "topic=none", "unit=none", "scope=other", "due=never", "due=9999-12-31", "cursor=0"
        }) {
            assertThat(refused(
                            get("/cases?" + query)
                                    .accept(MediaType.TEXT_HTML)
                                    .locale(Locale.CHINESE)
                                    .with(officer("li.wei")),
                            400))
                    .as(query)
                    .contains("筛选条件有误", "class=\"filters\"", "class=\"wrong")
                    .doesNotContain("/cases/" + id);
        }
        assertThat(refused(
                        get("/cases?state=lost&due=late")
                                .accept(MediaType.TEXT_HTML)
                                .locale(Locale.ENGLISH)
                                .with(officer("li.wei")),
                        400))
                .contains(
                        "id=\"state-wrong\"",
                        "is not valid (accepted: one of: registered",
                        "<option value=\"late\" selected=\"selected\">");
        assertThat(refused(
                        get("/cases?scope=sheets&due=never")
                                .accept(MediaType.TEXT_HTML)
                                .locale(Locale.CHINESE)
                                .with(officer("li.wei")),
                        400))
                .as("the list that was asked for")
                .contains("<h1>外来件");
        assertThat(refused(
                        get("/cases?due=never")
                                .accept(MediaType.TEXT_HTML)
                                .locale(Locale.ENGLISH)
                                .with(officer("li.wei")),
                        400))
                .contains("accepted: late, soon, or the last day of a limit such as 2026-03-01");
    }

    @Test
    void offersTheStepsThatAreOpenToTheReaderAndSaysWhyOthersAreNot() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE))
                .contains("/cases/" + id + "/steps/accept", "已答复或不予受理的事项方可办结。")
                .doesNotContain("/cases/" + id + "/steps/close");
        assertThat(page("/cases/" + id, as("auditor", "auditor"), Locale.CHINESE))
                .doesNotContain("/steps/", "方可办结");
    }

    @Test
    void takesAnOrderFromItsFormOnce() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        MockHttpServletRequestBuilder form =
                form(id, "accept", "version", version(id), "key", "k", "way", "simplified");

        for (int time = 0; time < 2; time++) {
            mvc.perform(form).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/cases/" + id));
        }

        PetitionCase accepted = store.find(id).orElseThrow();
        assertThat(accepted.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(accepted.history().stream().map(HistoryEntry::what)).containsOnlyOnce(HistoryEntry.What.ACCEPTED);
    }

    @Test
    void givesAFormBackWithWhatWasWrittenAndWhatIsWrong() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String first = version(id);

        assertThat(refused(
                        form(id, "assign", "version", first, "unit", "nowhere", "dueOn", "soon", "text", "请核实"), 400))
                .contains("请核实", "assign-dueOn-wrong")
                .doesNotContain("assign-unit-wrong");
        assertThat(refused(
                        form(id, "assign", "version", first, "unit", "nowhere", "dueOn", "2020-01-01", "text", "请核实"),
                        400))
                .contains("不是组织机构中的单位", "请核实");
        mvc.perform(form(id, "accept", "version", first)).andExpect(status().is3xxRedirection());
        assertThat(refused(form(id, "decline", "version", first, "reason", "写了很久的理由"), 412))
                .as("somebody was faster")
                .contains("写了很久的理由");
        assertThat(refused(form(id, "comment", "version", "999", "text", "写了很久的备注"), 412))
                .as("what stands aside is opened")
                .containsPattern("class=\"more\" open.*(?s).*id=\"step-comment\" open");
        assertThat(refused(form(id, "decline", "version", version(id), "reason", "写了很久的理由"), 409))
                .as("a step that is closed by now")
                .contains("写了很久的理由", "是否受理已有决定");
    }

    @Test
    void namesWhomAPersonFoundToWhoMayFindOtherwise() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).doesNotContain("核实的对象");

        mvc.perform(form(id, "screen", "version", version(id), "note", "一", "accused", "feng.tao")
                        .with(officer("zhao.gang")))
                .andExpect(status().is3xxRedirection());

        assertThat(page("/cases/" + id, officer("zhao.gang"), Locale.CHINESE))
                .containsPattern("核实的对象：</span> <b>[^<]*冯涛");
    }

    @Test
    void saysWhatIsWrongWhereItWasWritten() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        String version = version(id);

        assertThat(refused(form(id, "screen", "version", version, "note", "一", "accused", "nobody.here"), 400))
                .contains("screen-accused-wrong");
        assertThat(refused(form(id, "screen", "version", version, "note", "一", "accused", ""), 400))
                .as("a field that was left blank says nothing")
                .contains("screen-accused-wrong");
        assertThat(refused(form(id, "comment", "version", version, "text", "一", "text", "二"), 400))
                .contains("comment-text-wrong");
        mvc.perform(form(id, "screen", "version", version, "note", "一", "accused", "-"))
                .andExpect(status().is3xxRedirection());
        String note = store.find(id).orElseThrow().texts().getFirst().id();
        assertThat(page("/cases/" + id + "/texts/" + note, officer("li.wei"), Locale.CHINESE))
                .contains("一");
        for (String address : new String[] {"/cases/{id}/texts/{note}", "/api/cases/{id}/texts/{note}"}) {
            mvc.perform(get(address, id, note).with(officer("zhao.gang"))).andExpect(status().isOk());
            mvc.perform(get(address, id, note).with(as("watcher", "supervisor")))
                    .andExpect(status().isForbidden());
        }
        assertThat(page("/cases/" + id, as("watcher", "supervisor"), Locale.CHINESE))
                .doesNotContain("/texts/" + note);
        mvc.perform(form(id, "accept", "version", version(id))).andExpect(status().is3xxRedirection());
        assertThat(refused(
                        form(
                                id,
                                "give-opinion",
                                "version",
                                version(id),
                                "outcome",
                                "supported",
                                "request",
                                "一",
                                "facts",
                                "二",
                                "reasons",
                                "三",
                                "legalBasis",
                                "四",
                                "promises[1].what",
                                "补发",
                                "promises[1].dueOn",
                                "2020-01-01"),
                        400))
                .contains("give-opinion-promises-1-owner-wrong")
                .doesNotContain("give-opinion-promises-0-owner-wrong");
    }

    @Test
    void opensACaseOnceForAPageAndTheContactOnlyWhenAsked() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));

        assertThat(page("/cases/" + id, officer("li.wei"), Locale.CHINESE)).doesNotContain("13800000000");
        assertThat(openings(id)).isEqualTo(1);
        String opened = mvc.perform(post("/cases/{id}/contact", id)
                        .param("purpose", "call")
                        .accept(MediaType.TEXT_HTML)
                        .with(officer("li.wei"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(opened).contains("测试人", "+8613800000000");
        assertThat(openings(id)).as("the page again, and the contact").isEqualTo(3);
    }

    @Test
    void printsWhatWasToldInWritingAndNothingThatOnlyOfficersRead() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        take(id, "comment", "text", "内部备注不外传");
        take(id, "accept", "way", "ordinary");
        takeAs("zhao.gang", id, "extend", "days", "30", "reason", "需向社保局核对");
        int before = openings(id);

        String page = page("/cases/" + id, officer("li.wei"), Locale.CHINESE);
        Matcher notices =
                Pattern.compile("action=\"(/cases/" + id + "/notices/\\d+)\"").matcher(page);
        assertThat(page)
                .containsPattern("原至\\d{4}-\\d\\d-\\d\\d期满")
                .containsPattern("经[^<]*厂长[^<]*于\\d{4}-\\d\\d-\\d\\d批准延长30日");
        List<String> papers = new ArrayList<>();
        while (notices.find()) {
            papers.add(notice(notices.group(1)));
        }

        assertThat(papers).hasSize(2);
        assertThat(papers.getFirst()).contains("延长办理期限告知书", "测试人", "需向社保局核对", "延长办理期限 30 日", "条例》 34");
        assertThat(papers.getLast()).contains("受理告知书", "测试人", "条例》 23").doesNotContain("社保局");
        assertThat(papers)
                .allSatisfy(paper -> assertThat(paper)
                        .doesNotContain("内部备注", "plant-1.director", "赵刚", "李蔚", "三个月没发", "13800000000"));
        assertThat(openings(id)).as("the page, two contacts and a reason").isEqualTo(before + 4);
        assertThat(page("/cases/" + id, as("auditor", "auditor"), Locale.CHINESE))
                .doesNotContain("/notices/");
    }

    private String notice(String address) throws Exception {
        String page = mvc.perform(post(address)
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.CHINESE)
                        .with(officer("li.wei"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return page.substring(page.indexOf("<section class=\"slip-paper\""), page.indexOf("</section>"));
    }

    private int openings(String id) throws Exception {
        String lines = mvc.perform(get("/api/cases/{id}/unsealings", id).with(as("watcher", "supervisor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        int counted = 0;
        for (JsonNode line : Json.MAPPER.readTree(lines)) {
            counted += line.path("officer").asString().equals("li.wei")
                    ? line.path("count").asInt()
                    : 0;
        }
        return counted;
    }

    @Test
    void leadsBackToTheFirstPage() throws Exception {
        String number = "12345-" + System.nanoTime();
        String id = submit(Intake.numbered(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW), number));
        String cursor = new CaseList.Cursor("0", "0").text();

        assertThat(page("/cases?scope=all&cursor=" + cursor, officer("li.wei"), Locale.CHINESE))
                .contains("回到首页");
        assertThat(page(
                        "/cases?scope=all&number=" + PetitionCase.numberOf(id).toUpperCase(Locale.ROOT),
                        officer("li.wei"),
                        Locale.CHINESE))
                .contains("/cases/" + id);
    }

    @Test
    void readsRowsAndLists() throws Exception {
        String id = submit(intake().appeal("plant-1", "拖欠工资", "三个月没发工资了", NOW));
        mvc.perform(form(id, "accept", "version", version(id))).andExpect(status().is3xxRedirection());
        String due = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(10).toString();

        String[] opinion = {
            "version",
            version(id),
            "outcome",
            "supported",
            "request",
            "一",
            "facts",
            "二",
            "reasons",
            "三",
            "legalBasis",
            "四",
            "promises[0].what",
            "补发",
            "promises[0].owner",
            "plant-1.labour",
            "promises[0].dueOn",
            ""
        };
        assertThat(refused(form(id, "give-opinion", opinion), 400)).contains("give-opinion-promises-0-dueOn-wrong");
        opinion[opinion.length - 1] = due;
        mvc.perform(form(id, "give-opinion", opinion)).andExpect(status().is3xxRedirection());

        assertThat(store.find(id).orElseThrow().promises())
                .extracting(Promise::dueOn)
                .extracting(LocalDate::toString)
                .containsExactly(due);
    }

    private String version(String id) {
        return Long.toString(store.find(id).orElseThrow().version());
    }

    private static MockHttpServletRequestBuilder form(String id, String step, String... fields) {
        MockHttpServletRequestBuilder form = post("/cases/{id}/steps/{step}", id, step)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .accept(MediaType.TEXT_HTML)
                .locale(Locale.CHINESE)
                .with(officer("li.wei"))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return form;
    }

    private String refused(MockHttpServletRequestBuilder form, int status) throws Exception {
        return mvc.perform(form)
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
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
