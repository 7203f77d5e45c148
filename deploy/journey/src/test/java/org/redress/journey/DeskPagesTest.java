package org.redress.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.journey.PagesTest.look;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A piece of the post bag, from the desk to who answers for it and back to who wrote it. */
class DeskPagesTest extends Journey {

    private static final int MOST_TABS = 80;

    @Test
    void recordsALetterByKeyboardThatItsOwnerAndItsWriterFollow() throws IOException {
        try (Chromium browser = new Chromium()) {
            for (int width : new int[] {1440, 390}) {
                String language = width == 390 ? "en-GB" : "zh-CN";
                String number = "12345-" + UUID.randomUUID().toString().substring(0, 8);
                Page desk = browser.window(width, 900, language);
                record(desk, number, width);
                String receipt = desk.innerText("#receipt");
                String code = desk.innerText("#accessCode");
                print(desk, width);

                again(browser.window(width, 900, language), receipt, number, width);
                follow(browser.window(width, 900, language), receipt, code);
                list(browser.window(width, 900, language), number, width);
            }
            // A browser complains of a form that comes back with what is wrong.
            assertThat(browser.complaints())
                    .allMatch(complaint -> complaint.contains("/desk")
                            && (complaint.contains("status of 400") || complaint.contains("status of 422")));
        }
    }

    @Test
    void bringsBackWhatWasChosenInASessionThatHadEnded() throws IOException {
        try (Chromium browser = new Chromium()) {
            Page page = browser.window(1440, 900, "zh-CN");
            String address = stack.address("intake") + "/desk";
            String day = today().minusDays(5).toString();
            SignInTest.signIn(page, address, "chen.jing");
            page.fill("#receivedAt", day);
            page.selectOption("#purpose", "report");
            page.selectOption("#unit", "plant-1");
            page.selectOption("[id='petitioner.language']", "en");
            page.fill("#text", "设备采购价高于市价一倍。");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("REDRESS_INTAKE"));
            page.click("#save");
            assertThat(page.locator("#save")).hasCount(0);

            page.navigate(address);

            assertThat(page.locator("#text")).hasValue("设备采购价高于市价一倍。");
            assertThat(page.locator("#receivedAt")).hasValue(day);
            assertThat(page.locator("#purpose")).hasValue("report");
            assertThat(page.locator("#unit")).hasValue("plant-1");
            assertThat(page.locator("[id='petitioner.language']")).hasValue("en");
        }
    }

    private static void record(Page page, String number, int width) throws IOException {
        page.addInitScript("window.print = () => { document.title = 'printed'; };");
        SignInTest.signIn(page, stack.address("intake") + "/desk", "chen.jing");
        look(page, "desk-" + width);
        assertThat(page.locator("[name=channel]:checked")).isFocused();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        choose(page, "unit", "plant-1");
        type(page, "petitioner.name", "裴守义");
        type(page, "petitioner.phone", "1");
        type(page, "petitioner.address", "一厂家属区6栋301");
        type(page, "petitioner.remark", "电话是邻居的，只说请回电");
        type(page, "text", "三月份加班三十小时，工资条上没有加班费，请核实补发。");
        type(page, "headCount", "23");
        type(page, "counted", "3");
        type(page, "origin.body", "市热线");
        type(page, "origin.number", number);
        fillDay(page, "origin.dueOn", today().plusDays(9));
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("[id='petitioner.phone-wrong']")).isVisible();
        assertThat(page.locator("#text")).hasValue("三月份加班三十小时，工资条上没有加班费，请核实补发。");
        look(page, "desk-wrong-" + width);

        page.locator("[id='petitioner.phone']").focus();
        page.keyboard().press("Control+a");
        page.keyboard().type("13900001003");
        tabTo(page, "save");
        page.keyboard().press("Enter");
        assertThat(page.locator("#receipt")).hasText(Pattern.compile("[0-9A-Z]{10}"));
        look(page, "desk-receipt-" + width);
    }

    private static void print(Page page, int width) {
        tabTo(page, "print");
        page.keyboard().press("Enter");
        assertThat(page).hasTitle("printed");
        String sheet = new String(page.pdf(new Page.PdfOptions().setFormat("A5")), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/Type /Page\\b").matcher(sheet).results().count())
                .as("one sheet")
                .isEqualTo(1);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        Chromium.picture(page, "desk-printed-" + width);
        assertThat(page.locator(".topbar")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        tabTo(page, "next");
        page.keyboard().press("Enter");
        assertThat(page.locator("#text")).isFocused();
        assertThat(page.locator("#unit")).hasValue("plant-1");
        assertThat(page.locator("[id='petitioner.name']")).hasValue("");
    }

    /** Who may see the first piece is told of it, and who may not takes the sheet as if there were none. */
    private static void again(Page page, String receipt, String number, int width) throws IOException {
        eventually()
                .until(() -> stack.get("routing", "/api/cases?number=" + number, "supervisor")
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
        SignInTest.signIn(page, stack.address("intake") + "/desk", "luo.min");
        page.fill("[id='petitioner.phone']", "13900001003");
        assertThat(page.locator("#earlier li")).not().hasCount(0);
        page.fill("#text", "同一件事再交来一次。");
        page.fill("[id='origin.body']", "市热线");
        page.fill("[id='origin.number']", number);
        assertThat(page.locator("#earlier .tag.soon")).hasCount(1);
        page.click("#save");
        assertThat(page.locator("[id='origin.number-wrong']")).containsText(receipt);
        look(page, "desk-again-" + width);
    }

    private static void follow(Page page, String receipt, String code) {
        page.navigate(stack.address("intake") + "/track");
        page.fill("[name=receipt]", receipt);
        page.fill("[name=accessCode]", code);
        page.click("main button[type=submit]");
        assertThat(page.locator("#way .way li")).not().hasCount(0);
    }

    private static void list(Page page, String number, int width) throws IOException {
        eventually()
                .until(() -> stack.get("routing", "/api/cases?number=" + number, "supervisor")
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
        LocalDate due = today().plusDays(9);
        SignInTest.signIn(page, stack.address("routing") + "/cases?scope=mine&number=" + number, "li.wei");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator(".outside"))
                .containsText(
                        width == 390
                                ? "市热线: answer by"
                                : "市热线" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日前报");
        look(page, "cases-outside-" + width);
        page.locator("tbody tr a[data-row]").click();
        assertThat(page.locator("#case")).containsText(number);
        look(page, "case-outside-" + width);
    }

    /** Goes on by the keyboard alone. */
    private static void tabTo(Page page, String id) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + id);
    }

    private static void type(Page page, String id, String words) {
        tabTo(page, id);
        page.keyboard().type(words);
    }

    private static void choose(Page page, String id, String value) {
        tabTo(page, id);
        for (int step = 0; step < MOST_TABS && !value.equals(page.inputValue("#" + id)); step++) {
            page.keyboard().press("ArrowDown");
        }
    }

    /** A day is typed in the order of the reader's language, which is not ours to test. */
    private static void fillDay(Page page, String id, LocalDate day) {
        tabTo(page, id);
        page.fill("[id='" + id + "']", day.toString());
    }
}
