package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for pages as a browser does: with cookies, for HTML. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient follows = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .build();
    private final HttpClient stays =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String base;

    Browser(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** Follows every redirection. */
    HttpResponse<String> open(String path, String... headers) throws IOException, InterruptedException {
        return follows.send(request(path, headers).build(), BodyHandlers.ofString(UTF_8));
    }

    /** Follows none. */
    HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        return stays.send(request(path, headers).build(), BodyHandlers.ofString(UTF_8));
    }

    /** Sends a form; follows no redirection. */
    HttpResponse<String> send(String path, String form, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, headers).POST(BodyPublishers.ofString(form));
        return stays.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    static String token(HttpResponse<String> page) {
        Matcher field = TOKEN.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("no token in " + page.body());
        }
        return field.group(1);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        request.setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }
}
