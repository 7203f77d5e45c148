package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=routing",
            "redress.client-secret=s",
            "server.address=127.0.0.1",
            "server.servlet.session.cookie.secure=false"
        })
class PagesTest {

    private static final SampleIssuer ISSUER = new SampleIssuer().started();
    private static final Map<String, Object> LI_WEI =
            Map.of("sub", "li.wei", "name", "李蔚", "roles", List.of("officer", "supervisor"));

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("redress.issuer", ISSUER::address);
    }

    @BeforeEach
    void signsInLiWei() {
        ISSUER.signsIn(LI_WEI, Duration.ofMinutes(5), true);
    }

    @AfterAll
    static void stops() {
        ISSUER.close();
    }

    @Test
    void signsInAndLeadsBackToThePageAskedFor() throws Exception {
        HttpResponse<String> page = new Browser(port).open("/desk?case=1&x=%E4%B8%80");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getRawPath() + "?" + page.uri().getRawQuery()).isEqualTo("/desk?case=1&x=%E4%B8%80");
        assertThat(page.body()).contains("李蔚", "承办人", "督办人", "lang=\"zh-CN\"");
    }

    @Test
    void leadsNowhereElseWhateverHostOrPathWasNamed() throws Exception {
        Browser browser = new Browser(port);
        browser.ask("/desk?x=1", "X-Forwarded-Host", "elsewhere.example");

        HttpResponse<String> page = browser.open("/oauth2/authorization/redress");

        assertThat(page.uri()).hasToString("http://127.0.0.1:" + port + "/desk?x=1");
        assertThat(new Browser(port).ask("//elsewhere.example/desk").statusCode())
                .isEqualTo(400);
    }

    @Test
    void keepsTheLanguageThatAReaderChoseAndLeadsBackToNoOtherHost() throws Exception {
        Browser browser = new Browser(port);

        HttpResponse<String> chosen = browser.ask("/language/en?back=%2Fportal%3Fx%3D1", "Accept-Language", "zh");

        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("Location")).contains("/portal?x=1");
        assertThat(browser.ask("/portal", "Accept-Language", "zh").body()).contains("lang=\"en\"");
        for (String elsewhere :
                List.of("//elsewhere.example", "/%5Celsewhere.example", "https://elsewhere.example", "")) {
            assertThat(browser.ask("/language/zh?back=" + elsewhere).headers().firstValue("Location"))
                    .contains("/");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesTheRolesFromTheTokenThatNamesThem(boolean rolesInIdToken) throws Exception {
        ISSUER.signsIn(Map.of("sub", "a", "roles", List.of("auditor")), Duration.ofMinutes(5), rolesInIdToken);

        HttpResponse<String> page = new Browser(port).open("/auditors", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Auditor");
    }

    @Test
    void keepsTheSessionInACookieNamedAfterTheServiceOnceSomebodyHasSignedIn() throws Exception {
        Browser browser = new Browser(port);
        HttpResponse<String> asked = browser.ask("/desk");
        assertThat(asked.headers().firstValue("Location").orElse("")).endsWith("/oauth2/authorization/redress");
        assertThat(asked.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("REDRESS_ROUTING_PAGE=")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=300")
                        .doesNotContain("desk", "Secure"));

        HttpResponse<String> back = browser.open("/desk").previousResponse().orElseThrow();

        assertThat(sessionsOf(back))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Secure"));
        assertThat(browser.cookies()).extracting(HttpCookie::getName).containsExactly("REDRESS_ROUTING");
    }

    @Test
    void bringsBackNobodyWhoseSignInBeganElsewhere() throws Exception {
        Browser browser = new Browser(port);
        String state = browser.ask("/oauth2/authorization/redress")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*[?&]state=([^&]*).*", "$1");

        assertThat(new Browser(port)
                        .ask("/login/oauth2/code/redress?code=c&state=" + state)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.ask("/login/oauth2/code/redress?code=c&state=other").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenOnPagesAndTheCookieOnInterfaces() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/desk");

        assertThat(browser.ask("/api/closed").statusCode()).isEqualTo(401);
        assertThat(browser.send("/api/open", "").headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(new Browser(port)
                        .ask("/desk", "Authorization", "Bearer " + ISSUER.token("a", "officer"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void takesAFormWithTheTokenOfThePageAlone() throws Exception {
        Browser browser = new Browser(port);
        String token = Browser.token(browser.open("/desk"));

        HttpResponse<String> without = browser.send("/desk", "a=b");

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("<html", "此页面已过期");
        assertThat(browser.send("/desk", "_csrf=" + token).body()).isEqualTo("sent");
        assertThat(browser.send("/desk", "a=b", "X-CSRF-TOKEN", token).body()).isEqualTo("sent");
        assertThat(new Browser(port).send("/desk", "_csrf=" + token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesRequestsOfHtmxTheTokenAsAHeader() throws Exception {
        assertThat(new Browser(port).open("/desk").body())
                .containsPattern("<body [^>]*hx-headers=\"\\{&quot;X-CSRF-TOKEN&quot;:&quot;[\\w-]+=*&quot;}\">");
    }

    @Test
    void signsOutHereAndAtTheIssuer() throws Exception {
        Browser browser = new Browser(port);
        String token = Browser.token(browser.open("/desk"));

        HttpResponse<String> out = browser.send("/logout", "_csrf=" + token);

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Location").orElse(""))
                .startsWith(ISSUER.address() + "/end?id_token_hint=")
                .endsWith("&post_logout_redirect_uri=http://127.0.0.1:" + port + "/");
        assertThat(browser.ask("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void signsNobodyOutByALink() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/desk");

        assertThat(browser.ask("/logout").statusCode()).isEqualTo(404);
        assertThat(browser.ask("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionWithTheToken() throws Exception {
        ISSUER.signsIn(LI_WEI, Duration.ofSeconds(1), true);
        Browser browser = new Browser(port);
        browser.open("/desk");

        await().untilAsserted(
                        () -> assertThat(browser.ask("/desk").statusCode()).isEqualTo(302));
    }

    @Test
    void showsAnOpenPageWithoutASession() throws Exception {
        HttpResponse<String> page = new Browser(port).ask("/portal", "Accept-Language", "en");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().map()).doesNotContainKey("Set-Cookie");
        assertThat(page.body()).contains("Sign in", "lang=\"en\"").doesNotContain("_csrf", "hx-headers");
    }

    @Test
    void keepsNothingInMemoryForVisitors() throws Exception {
        for (String path : List.of(
                "/desk",
                "/portal",
                "/nowhere",
                "/oauth2/authorization/redress",
                "/login/oauth2/code/redress?code=c&state=forged")) {
            assertThat(sessionsOf(new Browser(port).ask(path))).as(path).isEmpty();
        }
        for (String path : List.of("/desk", "/portal", "/logout", "/nowhere", "/api/open")) {
            assertThat(sessionsOf(new Browser(port).send(path, "a=b")))
                    .as("POST " + path)
                    .isEmpty();
        }
    }

    private static List<String> sessionsOf(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("REDRESS_ROUTING="))
                .toList();
    }

    @Test
    void tellsABrowserOnAPageWhatIsWrongAndProgramsInJson() throws Exception {
        Browser browser = new Browser(port);
        browser.open("/desk");

        for (String[] row : new String[][] {{"/nowhere", "404"}, {"/auditors", "403"}, {"/defect", "500"}}) {
            HttpResponse<String> page = browser.ask(row[0]);
            assertThat(page.statusCode()).as(row[0]).isEqualTo(Integer.parseInt(row[1]));
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
            assertThat(page.headers().firstValue("Content-Language")).hasValue("zh");
            assertThat(page.body()).contains("<html", "返回首页").doesNotContain("secret");
            assertThat(browser.ask(row[0], "Accept", "application/json").body()).startsWith("{");
        }
        assertThat(browser.ask("/api/conflict").body()).startsWith("{");
    }

    @Test
    void asksForNoSignInOnBehalfOfAFormOrAPicture() throws Exception {
        Browser browser = new Browser(port);

        assertThat(browser.ask("/desk", "Accept", "image/png").statusCode()).isEqualTo(401);
        assertThat(browser.ask("/oauth2/authorization/other").statusCode()).isEqualTo(401);
        assertThat(browser.ask("/login/oauth2/code/redress?code=c&state=forged").statusCode())
                .isEqualTo(401);
    }

    @Test
    @Timeout(60)
    void waitsForNoIssuerThatGivesNoTokens() throws Exception {
        ISSUER.fallsSilent();

        HttpResponse<String> page = new Browser(port).open("/desk");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("现在不能登录");
    }

    @Test
    void startsWithNoCookieThatOthersCouldRead() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(SampleService.class)
                        .run(
                                "--server.port=0",
                                "--server.address=0.0.0.0",
                                "--server.servlet.session.cookie.secure=false",
                                "--redress.client-secret=s",
                                "--redress.issuer=http://127.0.0.1:1"))
                .hasStackTraceContaining("server.servlet.session.cookie.secure (REDRESS_SECURE_COOKIES)");
    }

    @Test
    void asksWhoeverComesOnTopOfTheSessionsToComeBack() throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--server.servlet.session.cookie.secure=false",
                        "--redress.client-secret=s",
                        "--redress.web.max-sessions=1",
                        "--redress.issuer=" + ISSUER.address())) {
            int other = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
            assertThat(new Browser(other).open("/desk").statusCode()).isEqualTo(200);

            HttpResponse<String> second = new Browser(other).open("/desk");

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(second.body()).contains("登录人数过多");
        }
    }

    @Test
    void saysThatNobodyCanSignInWhileTheIssuerIsAway() throws Exception {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SampleService.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--server.servlet.session.cookie.secure=false",
                        "--redress.client-secret=s",
                        "--redress.issuer=http://127.0.0.1:1")) {
            int other = Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
            HttpResponse<String> chinese = new Browser(other).open("/desk");
            HttpResponse<String> english = new Browser(other).open("/desk", "Accept-Language", "en");

            assertThat(chinese.statusCode()).isEqualTo(503);
            assertThat(chinese.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(chinese.body()).contains("<html", "现在不能登录");
            assertThat(english.body()).contains("Signing in is not possible right now");
            assertThat(new Browser(other).open("/portal").statusCode()).isEqualTo(200);
            assertThat(new Browser(other)
                            .send("/api/open", "{}", "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
