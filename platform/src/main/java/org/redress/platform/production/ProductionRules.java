package org.redress.platform.production;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.redress.platform.web.IssuerDocument;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClientException;

/** What production asks of the settings, one rule each. */
final class ProductionRules {

    private static final String ISSUER = "redress.issuer (REDRESS_ISSUER)";
    private static final String ACCEPTED_ISSUER = "the https address of your own OpenID issuer";

    private static final String DATABASE = "spring.mongodb.uri (MONGODB_URI)";
    private static final String PLAIN_TEXT = "redress.plain-text (REDRESS_PLAIN_TEXT)";
    private static final String OR_PLAIN_TEXT =
            "; or, where the network itself is encrypted or is this machine alone, REDRESS_PLAIN_TEXT with ";
    private static final List<String> CONNECTIONS = List.of("broker", "database", "mail", "collector");
    private static final List<String> SERVICES = List.of("intake", "routing", "notification", "analytics");
    private static final String SRV = "mongodb+srv://";
    private static final Pattern TLS = option("(tls|ssl)=true");
    private static final Pattern NO_TLS = option("(tls|ssl)=false");
    private static final Pattern ANY_SERVER = option("(tlsInsecure|tlsAllow\\w+|sslInvalidHostNameAllowed)=true");

    private final Environment environment;
    private final List<UnsafeSetting> unsafe = new ArrayList<>();

    ProductionRules(Environment environment) {
        this.environment = environment;
    }

    List<UnsafeSetting> unsafe() {
        issuerIsOurs(environment.getProperty("redress.issuer", ""));
        tokensAreForUs();
        clientHasASecret();
        servicesAreReachedByTls();
        cookiesStayOnTls();
        plainTextIsForKnownConnections();
        brokerSpeaksTls();
        databaseSpeaksTls();
        databaseKnowsWhoAsks();
        mailSpeaksTls();
        collectorSpeaksTls();
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

    private void servicesAreReachedByTls() {
        for (String service : SERVICES) {
            String name = "redress.urls." + service;
            URI url = address(environment.getProperty(name, ""));
            if (!"https".equals(url.getScheme()) || url.getHost() == null || url.getRawUserInfo() != null) {
                refuse(
                        name + " (REDRESS_" + service.toUpperCase(Locale.ROOT) + "_URL)",
                        "is not an https address without a user",
                        "the https address at which people and the other services reach " + service);
            }
        }
    }

    private void plainTextIsForKnownConnections() {
        List<String> unknown =
                plainText().stream().filter(each -> !CONNECTIONS.contains(each)).toList();
        if (!unknown.isEmpty()) {
            refuse(PLAIN_TEXT, "names " + String.join(", ", unknown), "some of " + String.join(", ", CONNECTIONS));
        }
    }

    private void brokerSpeaksTls() {
        String protocol = environment.getProperty(
                "spring.kafka.security.protocol",
                environment.getProperty("spring.kafka.properties.security.protocol", "PLAINTEXT"));
        String brokers = environment.getProperty("spring.kafka.bootstrap-servers", "");
        if (!protocol.endsWith("SSL") && leaves("broker", brokers)) {
            refuse(
                    "spring.kafka.security.protocol (SPRING_KAFKA_SECURITY_PROTOCOL)",
                    "lets events travel unencrypted",
                    "SSL or SASL_SSL" + OR_PLAIN_TEXT + "broker");
        }
    }

    private void databaseSpeaksTls() {
        String options = databaseOptions();
        boolean bundled = is("spring.mongodb.ssl.enabled") || environment.containsProperty("spring.mongodb.ssl.bundle");
        boolean inAddress = database().startsWith(SRV)
                ? !NO_TLS.matcher(options).find()
                : TLS.matcher(options).find();
        if (!bundled && !inAddress && leaves("database", databaseHosts())) {
            refuse(
                    DATABASE,
                    "lets documents travel unencrypted",
                    "an address with tls=true" + OR_PLAIN_TEXT + "database");
        }
        if (ANY_SERVER.matcher(options).find()) {
            refuse(
                    DATABASE,
                    "takes whatever certificate the server shows",
                    "an address without tlsInsecure and tlsAllow…");
        }
    }

    private void databaseKnowsWhoAsks() {
        boolean known = database().contains("@")
                || databaseOptions().toLowerCase(Locale.ROOT).contains("authmechanism=")
                || environment.containsProperty("spring.mongodb.username");
        if (!known && !isAllLoopback(databaseHosts())) {
            refuse(
                    DATABASE,
                    "names no user, so the database would have to be open to whoever reaches it",
                    "an address with a user who may read and write this service's database and no other");
        }
    }

    /** Only one service has the settings. */
    private void mailSpeaksTls() {
        String host = environment.getProperty("spring.mail.host", "");
        boolean tls = is("spring.mail.properties[mail.smtp.ssl.enable]")
                || is("spring.mail.properties[mail.smtp.starttls.required]");
        if (!host.isBlank() && !tls && leaves("mail", host)) {
            refuse(
                    "spring.mail.properties (SMTP_STARTTLS, SMTP_TLS)",
                    "let mails travel unencrypted",
                    "true for one of the two" + OR_PLAIN_TEXT + "mail");
        }
    }

    private void collectorSpeaksTls() {
        URI collector = address(environment.getProperty("redress.tracing.endpoint", ""));
        if ("http".equals(collector.getScheme()) && leaves("collector", String.valueOf(collector.getHost()))) {
            refuse(
                    "redress.tracing.endpoint (REDRESS_TRACING_ENDPOINT)",
                    "lets numbers of petitions travel unencrypted",
                    "an https address" + OR_PLAIN_TEXT + "collector");
        }
    }

    private boolean leaves(String connection, String hosts) {
        return !plainText().contains(connection) && !isAllLoopback(hosts);
    }

    private List<String> plainText() {
        return List.of(environment.getProperty("redress.plain-text", String[].class, new String[0]));
    }

    private String database() {
        return environment.getProperty("spring.mongodb.uri", "");
    }

    private String databaseOptions() {
        String address = database();
        return address.substring(address.indexOf('?') + 1);
    }

    private String databaseHosts() {
        return database()
                .replaceFirst("^[^:]*://", "")
                .replaceFirst("^[^@/]*@", "")
                .replaceFirst("/.*", "");
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

    private static Pattern option(String option) {
        return Pattern.compile("(^|[&;])" + option, Pattern.CASE_INSENSITIVE);
    }

    private static URI address(String written) {
        try {
            return URI.create(written);
        } catch (IllegalArgumentException e) {
            return URI.create("none");
        }
    }

    /** Hosts with or without ports, with commas between them. */
    private static boolean isAllLoopback(String hosts) {
        return Arrays.stream(hosts.split(",", -1))
                .map(host -> host.strip().replaceFirst("(?<=[^:]):[0-9]+$", "").replaceAll("[\\[\\]]", ""))
                .allMatch(ProductionRules::isLoopback);
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
