package org.redress.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser: the machine's own Chromium, else the one that Playwright fetches. Where there is neither, the test is
 * left out, but never in continuous integration.
 */
final class Chromium implements AutoCloseable {

    private static final Path OWN = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("target", "pages");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    Chromium() {
        try {
            boolean own = Files.isExecutable(OWN);
            playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(own ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            BrowserType.LaunchOptions options =
                    new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
            browser = playwright.chromium().launch(own ? options.setExecutablePath(OWN) : options);
        } catch (PlaywrightException e) {
            Assumptions.assumeTrue("true".equals(System.getenv("CI")), "no browser: " + e.getMessage());
            throw e;
        }
    }

    /** An empty window of a reader of that language, the only one from then on; what the browser complains of is kept. */
    Page window(int width, int height, String language) {
        // A machine with little memory takes no pictures of the last of many windows.
        browser.contexts().forEach(BrowserContext::close);
        BrowserContext reader = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setLocale(language));
        Page page = reader.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.location() + " " + message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> complaints.add(request.url() + " " + request.failure()));
        return page;
    }

    /** Errors of scripts, of the content security policy and of loading. */
    List<String> complaints() {
        return complaints;
    }

    /** Keeps a picture for whoever wants to look; a browser that is short of memory takes none, which proves nothing. */
    static void picture(Page page, String name) {
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        } catch (PlaywrightException e) {
            if (!e.getMessage().contains("Unable to capture screenshot")) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
