package org.redress.journey.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the pages with a session, for walks that no browser is needed for. */
public final class PageReader {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Signs a person in at a service. */
    public PageReader(URI service, String person, String password) throws IOException {
        HttpResponse<String> form = send(HttpRequest.newBuilder(service).header("Accept", "text/html"));
        Matcher token = TOKEN.matcher(form.body());
        String fields = "username=" + person + "&password=" + URLEncoder.encode(password, UTF_8)
                + (token.find() ? "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8) : "");
        HttpResponse<String> page = send(HttpRequest.newBuilder(form.uri())
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
        if (page.statusCode() != 200 || !page.uri().getAuthority().equals(service.getAuthority())) {
            throw new IllegalStateException(person + " could not sign in: " + page.statusCode() + " at " + page.uri());
        }
    }

    /** The page at an address. */
    public HttpResponse<String> read(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    /** What the service answers to a form that is sent there from one of its pages. */
    public HttpResponse<String> submit(URI address, String fields) throws IOException {
        Matcher token = TOKEN.matcher(read(address.resolve("/")).body());
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        fields + (token.find() ? "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8) : ""))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
