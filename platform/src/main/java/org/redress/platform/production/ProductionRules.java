package org.redress.platform.production;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.platform.web.IssuerDocument;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClientException;

/** What production asks of the settings, one rule each. */
final class ProductionRules {

    private static final String ISSUER = "redress.issuer (REDRESS_ISSUER)";
    private static final String ACCEPTED_ISSUER = "the https address of your own OpenID issuer";

    private final Environment environment;
    private final List<UnsafeSetting> unsafe = new ArrayList<>();

    ProductionRules(Environment environment) {
        this.environment = environment;
    }

    List<UnsafeSetting> unsafe() {
        issuerIsOurs(environment.getProperty("redress.issuer", ""));
        tokensAreForUs();
        clientHasASecret();
        cookiesStayOnTls();
        brokerKeepsCopies();
        clockIsReal();
        somebodyOutsideIsTold();
        webhooksLeaveThisMachine();
        return List.copyOf(unsafe);
    }

    private void issuerIsOurs(String issuer) {
        if (issuer.isBlank()) {
            refuse(ISSUER, "is not set; the local sign-in server is no default here", ACCEPTED_ISSUER);
            return;
        }
        URI address = address(issuer);
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            refuse(ISSUER, "is not an https address", ACCEPTED_ISSUER);
        }
        if (isLoopback(String.valueOf(address.getHost()))) {
            refuse(ISSUER, "is on this machine itself", ACCEPTED_ISSUER);
        }
        if (isLocalServer(issuer)) {
            refuse(ISSUER, "is the local sign-in server with the demo people", ACCEPTED_ISSUER);
        }
    }

    private void tokensAreForUs() {
        if (environment.getProperty("redress.audience", "").isBlank()) {
            refuse(
                    "redress.audience (REDRESS_AUDIENCE)",
                    "is not set, so that a token for any other program of the issuer would be taken",
                    "what your issuer names as the audience of tokens for these services");
        }
    }

    private void clientHasASecret() {
        if (environment.getProperty("redress.client-secret", "").isBlank()) {
            refuse(
                    "redress.client-secret (REDRESS_CLIENT_SECRET)",
                    "is not set",
                    "the secret of this service's client at the issuer");
        }
    }

    private void cookiesStayOnTls() {
        if (!is("server.servlet.session.cookie.secure")) {
            refuse(
                    "server.servlet.session.cookie.secure (REDRESS_SECURE_COOKIES)",
                    "lets the session travel unencrypted",
                    "true");
        }
    }

    private void brokerKeepsCopies() {
        if (is("redress.single-broker")) {
            refuse("redress.single-broker (REDRESS_SINGLE_BROKER)", "keeps one copy of each event", "false");
        }
    }

    private void clockIsReal() {
        if (!environment.getProperty("redress.clock-file", "").isBlank()) {
            refuse("redress.clock-file (REDRESS_CLOCK_FILE)", "lets a file set the business time", "nothing");
        }
    }

    /** Only one service has the setting. */
    private void somebodyOutsideIsTold() {
        if (environment.getProperty("redress.notification.mail.outside", "-").isBlank()) {
            refuse(
                    "redress.notification.mail.outside (REDRESS_OUTSIDE_ADDRESS)",
                    "is not set, so nobody hears of a case that everybody in the organisation is kept from",
                    "the mail address of who can change the organisation then");
        }
    }

    private void webhooksLeaveThisMachine() {
        if (is("redress.notification.webhook.loopback")) {
            refuse(
                    "redress.notification.webhook.loopback",
                    "lets webhooks go to this machine itself, unencrypted",
                    "false");
        }
    }

    private boolean is(String property) {
        return environment.getProperty(property, Boolean.class, false);
    }

    private void refuse(String name, String problem, String accepted) {
        unsafe.add(new UnsafeSetting(name, problem, accepted));
    }

    private static URI address(String issuer) {
        try {
            return URI.create(issuer);
        } catch (IllegalArgumentException e) {
            return URI.create("none");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host))
                    .anyMatch(address -> address.isLoopbackAddress() || address.isAnyLocalAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** An issuer that is away is asked by each sign-in anyway: a service starts without it. */
    private static boolean isLocalServer(String issuer) {
        try {
            return IssuerDocument.of(issuer).isForLocalUseOnly();
        } catch (RestClientException | IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }
}
