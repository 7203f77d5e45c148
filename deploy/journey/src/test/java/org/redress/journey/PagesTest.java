package org.redress.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people look at, in a real browser: nothing clipped, nothing that axe finds, and a silent console. */
class PagesTest extends Journey {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    @Test
    void letsAnOfficerFindACaseAndThePetitionerFollowIt() throws IOException {
        JsonNode slip = submit("", "appeal", "三月份加班工资没有发", "plant-1");
        String id = slip.path("petitionId").asString();
        caseOf(id);
        String code = id.substring(id.length() - 8);
        try (Chromium browser = new Chromium()) {
            for (int width : new int[] {1440, 390}) {
                officer(browser.window(width, 900, width == 390 ? "en-GB" : "zh-CN"), id, code, width);
                petitioner(browser.window(width, 900, width == 390 ? "en-GB" : "zh-CN"), slip, width);
                write(browser.window(width, 900, width == 390 ? "en-GB" : "zh-CN"), width);
            }

            // A browser complains of each page with a status of its own: here, of a wrong code and of a version that is
            // over.
            assertThat(browser.complaints())
                    .allMatch(complaint -> complaint.contains("/petition") && complaint.contains("status of 400")
                            || complaint.contains("/track") && complaint.contains("status of 404")
                            || complaint.contains("/steps/comment") && complaint.contains("status of 412"));
        }
    }

    @Test
    void showsHowLongCasesStandInEachStage() throws IOException {
        leaveAStage();
        try (Chromium browser = new Chromium()) {
            for (int width : new int[] {1440, 390}) {
                figures(browser.window(width, 900, width == 390 ? "en-GB" : "zh-CN"), width);
            }
            // A browser complains of each page with a status of its own: here, of days that there are not.
            assertThat(browser.complaints())
                    .allMatch(complaint -> (complaint.contains("/trends") || complaint.contains("/turnaround"))
                            && complaint.contains("400"));
        }
    }

    private static void officer(Page page, String id, String number, int width) throws IOException {
        SignInTest.signIn(page, stack.address("routing") + "/cases?scope=mine", "li.wei");
        look(page, "cases-" + width);
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number)))
                .hasCount(1);

        page.locator("tbody tr a[data-row]").first().click();
        assertThat(page.locator(".crumb a").first()).hasAttribute("href", Pattern.compile("/cases\\?scope=mine"));
        page.waitForLoadState();
        page.keyboard().press("b");
        assertThat(page.locator("#list")).isVisible();
        page.waitForLoadState();
        page.keyboard().press("j");
        assertThat(page.locator("tbody tr a[data-row]").first()).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        look(page, "keys-" + width);
        page.keyboard().press("Escape");

        page.navigate(stack.address("routing") + "/home");
        assertThat(page.locator(".tile")).not().hasCount(0);
        look(page, "home-" + width);
        page.navigate(stack.address("routing") + "/matters");
        look(page, "matters-" + width);
        for (String path : List.of("/posts", "/posts/leave", "/calendar?month=2026-04")) {
            page.navigate(stack.address("routing") + path);
            look(page, path.substring(1).replaceAll("\\W", "-") + "-" + width);
        }
        page.navigate(stack.address("routing") + "/cases?scope=mine");
        page.selectOption("#state", "closed");
        assertThat(page.locator("#list .empty")).isVisible();
        assertThat(page.url()).contains("state=closed");
        look(page, "cases-none-" + width);

        page.navigate(stack.address("routing") + "/cases/" + id);
        assertThat(page.locator("#case")).containsText("三月份加班工资没有发");
        page.locator(".clocks summary").first().click();
        look(page, "case-" + width);
        note(page, width);
        page.locator("#step-note-contact > summary").click();
        page.selectOption("#note-contact-how", "call");
        page.selectOption("#note-contact-outcome", "reached");
        page.fill("#note-contact-text", "已说明办理进度");
        page.click("#step-note-contact button");
        assertThat(page.locator(".way li").first()).containsText(width == 390 ? "by telephone reached" : "电话 已联系上");
        inbox(page, number, width);
    }

    private static void inbox(Page page, String number, int width) {
        page.navigate(stack.address("notification") + "/inbox");
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number)))
                .not()
                .hasCount(0);
        look(page, "inbox-" + width);
    }

    /** Somebody was faster: what was written is still there, and goes through when it is sent again. */
    private static void note(Page page, int width) {
        page.locator(".more summary").first().click();
        page.locator("#step-comment > summary").click();
        page.fill("#comment-text", "已电话联系，等待工资表");
        page.evaluate("document.querySelector('#step-comment [name=version]').value = '999'");
        page.click("#step-comment button");
        assertThat(page.locator("#step-comment .notice.refused")).isVisible();
        assertThat(page.locator("#comment-text")).hasValue("已电话联系，等待工资表");
        look(page, "case-refused-" + width);

        page.click("#step-comment button");
        assertThat(page.locator(".notice").first()).isVisible();

        look(page, "case-done-" + width);
    }

    private static void petitioner(Page page, JsonNode slip, int width) {
        page.navigate(stack.address("intake") + "/");
        look(page, "portal-" + width);
        page.fill("[name=receipt]", slip.path("receipt").asString());
        page.fill("[name=accessCode]", "0000000000000000");
        page.click("main button[type=submit]");
        assertThat(page.locator(".notice.refused")).isVisible();
        look(page, "portal-wrong-" + width);

        page.fill("[name=accessCode]", slip.path("accessCode").asString());
        page.click("main button[type=submit]");
        assertThat(page.locator("#way .way li")).not().hasCount(0);
        if (width == 390) {
            assertThat(page.locator("#way")).containsText("Contact with you was noted · reached");
        }
        assertThat(page.context().cookies()).as("the portal knows nobody").isEmpty();
        look(page, "way-" + width);
    }

    /** A case of the same unit goes on, which analytics has counted when this ends. */
    private static void leaveAStage() {
        String other =
                submit("", "appeal", "四月份加班工资没有发", "plant-1").path("petitionId").asString();
        caseOf(other);
        take(other, "accept", "");
        eventually()
                .until(() -> !stack.get("analytics", "/api/turnaround?groupBy=unit&unit=plant-1", "supervisor")
                        .json()
                        .path("rows")
                        .isEmpty());
    }

    private static void figures(Page page, int width) throws IOException {
        SignInTest.signIn(page, stack.address("analytics") + "/turnaround", "li.wei");
        assertThat(page.locator("tbody tr")).not().hasCount(0);
        assertThat(page.locator("tbody tr").first()).containsText(width == 390 ? "to be decided" : "待受理审查");
        look(page, "turnaround-" + width);

        page.fill("#from", "2031-01-01");
        page.click("form.filters button");
        assertThat(page.locator("#stages .empty")).isVisible();
        assertThat(page.url()).contains("from=2031-01-01");
        look(page, "turnaround-none-" + width);
        // What is filled in is asked for at once.
        page.fill("#to", "2030-01-01");
        assertThat(page.locator("dl.facts")).containsText(width == 390 ? "out of range" : "超出范围");

        for (String each : List.of("trends", "outlook", "process", "figures", "overview", "statement")) {
            page.navigate(stack.address("analytics") + "/" + each);
            assertThat(page.locator("h1")).isVisible();
            look(page, each + "-" + width);
        }
        page.navigate(stack.address("analytics") + "/trends?from=2031-13-01");
        assertThat(page.locator("dl.facts")).containsText(width == 390 ? "First day" : "起始日期");
        look(page, "trends-wrong-" + width);
    }

    /** Hands a petition in by the form, first with something wrong in it. */
    private static void write(Page page, int width) {
        page.navigate(stack.address("intake") + "/petition");
        look(page, "petition-" + width);
        page.fill("#subject", "高温补贴没有发");
        page.fill("#text", "七月、八月在一线作业，高温补贴至今没有发。");
        page.fill("#phone", "1");
        page.click("main button[type=submit]");
        assertThat(page.locator(".notice.refused")).isVisible();
        assertThat(page.locator("#text")).hasValue("七月、八月在一线作业，高温补贴至今没有发。");
        look(page, "petition-wrong-" + width);

        page.fill("#phone", "13800138000");
        page.click("main button[type=submit]");
        assertThat(page.locator("#slip dd")).hasCount(2);
        look(page, "receipt-" + width);
    }

    static void look(Page page, String name) {
        Chromium.picture(page, name);
        assertThat(new AxeBuilder(page).withTags(STANDARDS).analyze().getViolations())
                .as(name)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " scrolls sideways")
                .isEqualTo(true);
        assertThat(page.evaluate("document.compatMode")).isEqualTo("CSS1Compat");
    }
}
