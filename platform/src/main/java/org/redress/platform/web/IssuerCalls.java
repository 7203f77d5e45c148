package org.redress.platform.web;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** How the issuer is asked, whatever for: never for long, because who waits for it holds a thread. */
public final class IssuerCalls {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration IN_ALL = Duration.ofSeconds(3);

    private IssuerCalls() {}

    static ClientHttpRequestFactory requests() {
        return requests(IN_ALL);
    }

    /** Requests that end within a time, however slowly the answer drips. */
    static ClientHttpRequestFactory requests(Duration inAll) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(inAll);
        return requests;
    }

    /** A client that asks for tokens. */
    public static RestClient tokens() {
        return RestClient.builder()
                .requestFactory(requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
