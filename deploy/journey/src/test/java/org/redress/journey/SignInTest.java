package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People sign in to the pages and out again, in a real browser. */
class SignInTest extends Journey {

    @Test
    void signsAPersonInToThePagesAndOutAgainOnADesktopAndOnAPhone() throws IOException {
        try (Chromium browser = new Chromium()) {
            signInAndOut(browser.window(1280, 800, "zh-CN"), "desktop", List.of("李蔚", "今日概览", "事项办理"));
            signInAndOut(browser.window(390, 844, "en-GB"), "phone", List.of("李蔚", "Overview", "Cases"));

            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void bringsBackWhatWasWrittenInASessionThatHadEnded() throws IOException {
        String id =
                submit("", "appeal", "夜班津贴没有发", "plant-1").path("petitionId").asString();
        caseOf(id);
        String address = stack.address("routing") + "/cases/" + id;
        try (Chromium browser = new Chromium()) {
            Page page = browser.window(1280, 800, "zh-CN");
            signIn(page, address, "li.wei");
            page.locator(".more summary").first().click();
            page.locator("#step-comment > summary").click();
            page.fill("#comment-text", "写了很久的备注\n第二行");
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("REDRESS_ROUTING"));
            page.click("#step-comment button");
            assertThat(page.url()).endsWith("/steps/comment");
            assertThat(page.isVisible("#step-comment")).isFalse();

            page.click("main a");
            page.click("#kept a");

            assertThat(page.url()).isEqualTo(address);
            assertThat(page.inputValue("#comment-text")).isEqualTo("写了很久的备注\n第二行");
            page.click("#step-comment button");
            assertThat(page.innerText(".way")).contains("备注");
            assertThat(page.isVisible("#kept")).isFalse();
            assertThat(page.evaluate("sessionStorage.getItem('redress.sent')")).isNull();

            page.evaluate("sessionStorage.setItem('redress.sent', '{\"reader\":\"wang.li\",\"fields\":[]}')");
            page.reload();
            assertThat(page.evaluate("sessionStorage.getItem('redress.sent')"))
                    .as("another's words")
                    .isNull();
        }
    }

    private void signInAndOut(Page page, String name, List<String> shown) throws IOException {
        String home = stack.address("routing") + "/home";
        page.navigate(stack.address("intake") + "/");
        assertThat(page.context().cookies()).as("the portal knows nobody").isEmpty();
        Chromium.picture(page, name + "-portal");

        signIn(page, home, "li.wei");
        assertThat(page.innerText("body")).contains(shown);
        assertThat(page.context().cookies(home))
                .filteredOn(cookie -> cookie.name.equals("REDRESS_ROUTING"))
                .singleElement()
                .satisfies(cookie -> {
                    assertThat(cookie.httpOnly).isTrue();
                    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
                    assertThat(cookie.secure).isFalse();
                });
        assertThat(page.querySelectorAll(".places a")).hasSize(4);
        assertThat(page.querySelectorAll(".places a[aria-current=page]")).hasSize(1);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing to scroll sideways")
                .isEqualTo(true);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#main");
        Chromium.picture(page, name + "-signed-in");

        page.click("form[action='/logout'] button");
        page.waitForURL(url -> url.startsWith(stack.address("sign-in") + "/login"));
        assertThat(page.isVisible("[name=password]")).isTrue();
        Chromium.picture(page, name + "-signed-out");
    }

    /** Opens a page as somebody: whoever has not signed in is led to the issuer and back. */
    static void signIn(Page page, String address, String who) throws IOException {
        page.navigate(address);
        assertThat(page.url()).startsWith(stack.address("sign-in") + "/login");
        page.fill("[name=username]", who);
        page.fill("[name=password]", stack.password());
        page.click("button[type=submit]");

        page.waitForURL(url -> url.equals(address));
    }
}
