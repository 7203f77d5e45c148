package org.redress.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.journey.stack.RunningStack.Answer;
import org.redress.journey.stack.RunningStack.Output;

/** Twenty-five people write about one matter, each in words of their own; the leaders hear of it when the day is over. */
class HotMattersTest extends Journey {

    private static final int PEOPLE = 25;
    private static final int BEFORE = 260;

    /** What people ask for all the time. */
    private static final List<String> EVERYDAY = List.of(
            "食堂饭菜太贵，菜里有虫",
            "早班车经常晚到，大家迟到被扣钱",
            "宿舍晚上十点以后没有热水",
            "停车场被外来车辆占用",
            "退休金少算了四年工龄",
            "手套和安全帽半年没有更换",
            "幼儿园名额太少没人带孩子",
            "体检安排在休息日不给调休");

    private static final List<String> SUBJECTS = List.of("除尘器停用粉尘大", "反映车间粉尘污染", "除尘器坏了没人管", "请求检修除尘器", "粉尘严重影响健康");
    private static final List<String> TEXTS = List.of(
            "除尘器停了一个多月，车间里粉尘弥漫，工友都在咳嗽。", "除尘器坏了很久，粉尘大得看不清人，至今无人检修。", "除尘器一直不开，每天上班吸粉尘，请尽快检修。", "体检肺部有阴影，粉尘超标，除尘器形同虚设。");

    @TempDir
    private static Path folder;

    @Test
    void alertsTheLeadersOfAMatterThatManyWriteAboutAndShowsItToNobodyElse() throws IOException {
        Output imported = stack.command(
                "deploy/local/import", before().toString(), "--map", "externalId=id,subject=subject,text=text");
        assertThat(imported.exit()).as(imported.toString()).isZero();
        pass("95d");
        for (int number = 0; number < PEOPLE; number++) {
            write(number);
        }
        pass("1d");

        for (String leader : List.of("zhao.gang", "lin.feng", "zhou.mingyuan")) {
            eventually()
                    .untilAsserted(() -> assertThat(stack.mailsWith("To: " + leader + "@example.org", "【热点】", "除尘器"))
                            .hasSize(1));
        }
        assertThat(stack.mailsWith("To: feng.tao@example.org", "【热点】")).isEmpty();
        String hot =
                stack.get("analytics", "/api/hotspots", "officer:zhao.gang").text();
        assertThat(hot).contains("除尘器", "\"unit\":\"plant-1\"", "\"people\":" + PEOPLE);
        assertThat(stack.get("analytics", "/api/hotspots", "officer:feng.tao").text())
                .doesNotContain("除尘器");
        assertThat(stack.get("analytics", "/api/hotspots", "auditor").status()).isEqualTo(403);
        try (Chromium browser = new Chromium()) {
            for (int width : new int[] {1440, 390}) {
                read(browser.window(width, 900, width == 390 ? "en-GB" : "zh-CN"), width);
            }
            Page foreman = browser.window(1440, 900, "zh-CN");
            SignInTest.signIn(foreman, stack.address("analytics") + "/hotspots", "feng.tao");
            assertThat(foreman.locator("#hotspots")).not().containsText("除尘器");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void read(Page page, int width) throws IOException {
        SignInTest.signIn(page, stack.address("analytics") + "/hotspots", "zhao.gang");
        assertThat(page.locator("tr.reason").first()).containsText(width == 390 ? "25 people wrote" : "有 25 人反映");
        PagesTest.look(page, "hotspots-" + width);
        page.locator("a", new Page.LocatorOptions().setHasText("除尘器")).first().click();
        assertThat(page.locator("svg.bars rect")).not().hasCount(0);
        assertThat(page.locator("ul.cases li")).hasCount(PEOPLE);
        PagesTest.look(page, "hotspot-" + width);
        if (width == 390) {
            page.selectOption("#reason", "known");
            page.click("form[action$=dismiss] button");
            assertThat(page.locator(".head")).containsText("it is known and dealt with");
        } else {
            page.click("form[action$=acknowledge] button");
            assertThat(page.locator(".head")).containsText("已关注");
        }
        PagesTest.look(page, "hotspot-done-" + width);
    }

    private static void pass(String time) throws IOException {
        Output advanced = stack.command("deploy/local/clock", "advance", time, "--wait");
        assertThat(advanced.exit()).as(advanced.toString()).isZero();
    }

    /** Half of them work in one shop and half in another. */
    private static void write(int number) {
        String unit = number % 2 == 0 ? "plant-1-assembly" : "plant-1-foundry";
        Answer answer = stack.post(
                "intake",
                "/api/petitions",
                "",
                "{\"channel\":\"web\",\"purpose\":\"appeal\",\"unit\":\"" + unit + "\",\"subject\":\""
                        + SUBJECTS.get(number % SUBJECTS.size()) + "\",\"text\":\""
                        + TEXTS.get(number % TEXTS.size())
                        + "\",\"petitioner\":{\"name\":\"测试员\",\"phone\":\"+86139%08d\"}}".formatted(number));
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        caseOf(answer.json().path("petitionId").asString());
    }

    private static Path before() throws IOException {
        StringBuilder csv = new StringBuilder("id,subject,text\n");
        for (int i = 1; i <= BEFORE; i++) {
            String says = EVERYDAY.get(i % EVERYDAY.size());
            csv.append("before-%d,%s,职工反映：%s。\n".formatted(i, says.replace('，', ' '), says));
        }
        return Files.writeString(folder.resolve("before.csv"), csv);
    }
}
