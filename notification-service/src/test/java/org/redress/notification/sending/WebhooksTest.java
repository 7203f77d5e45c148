package org.redress.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.accepted;
import static org.redress.notification.Samples.registered;
import static org.redress.notification.Samples.withdrawn;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Json;
import org.redress.contracts.Sealed;
import org.redress.contracts.deliveries.NotificationSent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.notification.RunningService;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.platform.time.RealTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "redress.notification.webhook.loopback=true",
            "redress.notification.webhook.timeout=10s",
            "redress.notification.webhook.sending.poll=50ms",
            "redress.notification.webhook.sending.lease=13s",
            "redress.notification.webhook.sending.batch-time=2s",
            "redress.notification.webhook.sending.longest-outage=1s",
            "redress.notification.webhook.sending.retry.first=200ms"
        })
class WebhooksTest extends RunningService {

    private static final byte[] OLD_SECRET = "an old secret of an endpoint".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW_SECRET = "the next secret of an endpoint".getBytes(StandardCharsets.UTF_8);
    private static final Receiver HOTLINE = new Receiver();
    private static final Receiver PORTAL = new Receiver();
    private static final Receiver LEAVING = new Receiver();

    @Autowired
    private Channels channels;

    @Autowired
    private DueNotifications due;

    @Autowired
    private List<Channel> all;

    @DynamicPropertySource
    static void endpoints(DynamicPropertyRegistry registry) {
        Map.of("hotline", HOTLINE, "portal", PORTAL, "leaving", LEAVING).forEach((name, receiver) -> {
            String endpoint = "redress.notification.webhook.endpoints." + name + ".";
            registry.add(endpoint + "client", () -> name + "-client");
            registry.add(endpoint + "url", () -> receiver.address("/redress"));
            registry.add(endpoint + "secret-file", WebhooksTest::secrets);
        });
    }

    private static String secrets() {
        try {
            Path file = Files.createTempFile(
                    "redress-webhook-",
                    ".secret",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            Base64.Encoder base64 = Base64.getEncoder();
            return Files.writeString(
                            file,
                            "whsec_" + base64.encodeToString(NEW_SECRET) + "\nwhsec_"
                                    + base64.encodeToString(OLD_SECRET) + "\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void endpointsAnswer() {
        List.of(HOTLINE, PORTAL).forEach(receiver -> receiver.answer(200));
    }

    @Test
    void tellsTheAdapterOfAStageInIdsAndStatesAloneAndSignedByEachSecret() throws Exception {
        send(submittedBy("hotline-client"), registered(petition, List.of("post-owner")));
        eventually().untilAsserted(() -> assertThat(HOTLINE.about(petition)).hasSize(1));

        Received told = HOTLINE.about(petition).getFirst();
        assertThat(Json.MAPPER.readTree(told.body()))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"type":"petition.stage","timestamp":"%s","data":{"petitionId":"%s","receipt":"RECEIPT-1",
                        "externalId":"12345-7","stage":"registered","sequence":1}}""".formatted(Samples.NOW, petition)));
        assertThat(told.header("content-type")).startsWith("application/json");
        assertThat(told.header("webhook-id")).startsWith("msg_").doesNotContain(".");
        assertThat(Instant.ofEpochSecond(Long.parseLong(told.header("webhook-timestamp"))))
                .isBetween(RealTime.now().minusSeconds(60), RealTime.now().plusSeconds(1));
        assertThat(told.header("webhook-signature").split(" "))
                .containsExactly(signature(NEW_SECRET, told), signature(OLD_SECRET, told));
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT", "SENT"));
        assertThat(entries(petition + "-1").getLast())
                .containsEntry("channel", "webhook")
                .containsEntry("recipient", "adapter:hotline")
                .containsEntry("messageId", told.header("webhook-id"));
        assertThat(PORTAL.about(petition)).isEmpty();
    }

    @Test
    void holdsNeitherMailsNorOtherEndpointsWhileOneHangs() {
        String other = Samples.id();
        HOTLINE.hang();
        send(submittedBy("hotline-client"), registered(petition, List.of("post-owner")));
        eventually().untilAsserted(() -> assertThat(HOTLINE.about(petition)).hasSize(1));
        send(submittedBy(other, "portal-client", null), registered(other, List.of("post-owner")));

        eventually().untilAsserted(() -> assertThat(states(other + "-1")).containsExactly("SENT", "SENT"));
        eventually()
                .untilAsserted(
                        () -> assertThat(states(petition + "-1").getFirst()).isEqualTo("SENT"));
        assertThat(entries(petition + "-1").getLast())
                .as("the first try is still under way")
                .containsEntry("state", "PLANNED")
                .containsEntry("attempts", 0);

        HOTLINE.answer(200);
        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT", "SENT"));
        assertThat(HOTLINE.about(petition)).hasSize(1);
    }

    /** Both lanes of a notification may be at work at once; what one writes makes the other's copy old. */
    @Test
    void announcesAnOpeningThoughAnotherLaneMovedOnMeanwhile() throws Exception {
        channels.loop("email").stop();
        channels.loop("webhook:portal").stop();
        try {
            send(
                    submittedBy(petition, "portal-client", contact("王某", petition + "@example.org", "zh")),
                    registered(petition, List.of()),
                    accepted(petition, false));
            eventually().untilAsserted(() -> assertThat(states(petition + "-2")).hasSize(2));
            Notification mails = claimed(lane("email"), petition + "-2");
            claimed(lane("webhook:portal"), petition + "-2");

            assertThat(lane("email")
                            .write(mails.due("email", RealTime.now()).stream()
                                    .map(entry -> new Task(mails, entry))
                                    .toList())
                            .values())
                    .singleElement()
                    .isInstanceOf(Written.Ready.class);
        } finally {
            channels.loop("email").start();
            channels.loop("webhook:portal").start();
        }
        eventually().untilAsserted(() -> assertThat(states(petition + "-2")).containsExactly("SENT", "SENT"));
    }

    @Test
    void triesAgainUnderTheSameIdWhatWasNotTakenAndFollowsNoRedirect() {
        HOTLINE.answer(307);
        send(submittedBy("hotline-client"), registered(petition, List.of()));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "WAITING")
                                .containsEntry("reason", "http-307")));

        HOTLINE.answer(200);

        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));
        assertThat(HOTLINE.about(petition))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(told -> assertThat(told.path()).isEqualTo("/redress"))
                .extracting(told -> told.header("webhook-id"))
                .containsOnly(entries(petition + "-1").getFirst().getString("messageId"));
    }

    @Test
    void turnsOffAnEndpointThatSaysItIsGone() {
        LEAVING.answer(410);
        send(submittedBy("leaving-client"), registered(petition, List.of()));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "FAILED")
                                .containsEntry("reason", "http-410")));
        send(accepted(petition, false));

        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-2"))
                        .last()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "SUPPRESSED")
                                .containsEntry("reason", "endpoint-off")));
        assertThat(LEAVING.about(petition)).hasSize(1);
    }

    @Test
    void sendsUnderTheSameIdAgainAfterACrashBetweenDeliveryAndRecord() throws Exception {
        channels.loop("webhook:portal").stop();
        try {
            send(submittedBy("portal-client"), registered(petition, List.of()));
            eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("PLANNED"));
            assertThat(sendWithoutRecord(lane("webhook:portal")).get(petition + "-1.0"))
                    .isInstanceOf(Outcome.Sent.class);
            // Here the process dies: nothing is settled, the claim lapses.
        } finally {
            channels.loop("webhook:portal").start();
        }

        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));
        assertThat(PORTAL.about(petition))
                .hasSize(2)
                .extracting(told -> told.header("webhook-id"))
                .containsOnly(entries(petition + "-1").getFirst().getString("messageId"));
        eventually()
                .untilAsserted(() ->
                        assertThat(published(petition + "-1")).singleElement().isInstanceOf(NotificationSent.class));
    }

    @Test
    void tellsNothingOfACaseThatIsKeptFromSomebodyMeanwhile() {
        HOTLINE.answer(503);
        send(submittedBy("hotline-client"), registered(petition, List.of()));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .last()
                        .satisfies(entry -> assertThat(entry).containsEntry("reason", "http-503")));
        send(accepted(petition, false), withdrawn(petition, "DESK", true, "post-desk"));

        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1").getLast())
                        .containsEntry("state", "SUPPRESSED")
                        .containsEntry("reason", "not-in-scope"));
        eventually().untilAsserted(() -> assertThat(states(petition + "-3")).isNotEmpty());
        assertThat(entries(petition + "-3"))
                .extracting(entry -> entry.getString("channel"))
                .containsOnly("email");
    }

    @Test
    void findsOutWhoIsMeantWhereACaseOvertookItsSubmission() {
        send(registered(petition, List.of()));
        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("recipient", "adapter")
                                .containsEntry("reason", "no-contact-yet")));
        send(submittedBy("portal-client"));

        eventually().untilAsserted(() -> assertThat(states(petition + "-1")).containsExactly("SENT"));
        assertThat(PORTAL.about(petition)).hasSize(1);
    }

    /** A notification that was planned in this millisecond is due in the next. */
    private Notification claimed(Lane<?> lane, String id) {
        return eventually()
                .until(
                        () -> due.claim(lane, 400).stream()
                                .filter(notification -> notification.id().equals(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static <M> Map<String, M> ready(Map<String, Written<M>> written) {
        Map<String, M> ready = new HashMap<>();
        written.forEach((id, each) -> {
            if (each instanceof Written.Ready<M> message) {
                ready.put(id, message.message());
            }
        });
        return ready;
    }

    private <M> Map<String, Outcome> sendWithoutRecord(Lane<M> lane) throws InterruptedException {
        List<Notification> claimed = due.claim(lane, 10);
        List<Parcel<M>> parcels = claimed.stream()
                .map(one -> new Parcel<>(
                        one,
                        ready(lane.write(one.due(lane.name(), RealTime.now()).stream()
                                .map(entry -> new Task(one, entry))
                                .toList()))))
                .toList();
        return lane.deliver(parcels, (one, became) -> {});
    }

    private Lane<?> lane(String name) {
        return all.stream()
                .<Lane<?>>flatMap(channel -> channel.lanes().stream())
                .filter(lane -> lane.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PetitionSubmitted submittedBy(String client) {
        return submittedBy(petition, client, null);
    }

    private static PetitionSubmitted submittedBy(String petition, String client, Sealed contact) {
        PetitionSubmitted plain = Samples.submitted(petition, "appeal", contact);
        return new PetitionSubmitted(
                plain.head(),
                plain.receipt(),
                "hotline",
                plain.purpose(),
                null,
                plain.receivedAt(),
                plain.submittedAt(),
                null,
                1,
                true,
                true,
                client,
                "12345-7",
                plain.content(),
                contact);
    }

    /** As a receiver computes it, by the specification alone. */
    private static String signature(byte[] secret, Received told) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String content = told.header("webhook-id") + "." + told.header("webhook-timestamp") + "." + told.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    private record Received(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    /** A real receiver on loopback. */
    private static final class Receiver {

        private final List<Received> received = new CopyOnWriteArrayList<>();
        private final HttpServer server;
        private volatile int status = 200;
        private volatile CountDownLatch open = new CountDownLatch(0);

        Receiver() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::take);
            server.start();
        }

        String address(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        List<Received> about(String petition) {
            return received.stream()
                    .filter(one -> one.body().contains(petition))
                    .toList();
        }

        void hang() {
            open = new CountDownLatch(1);
        }

        void answer(int next) {
            status = next;
            open.countDown();
        }

        private void take(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(
                    new Received(exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (status == 307) {
                exchange.getResponseHeaders().add("Location", address("/elsewhere"));
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }
    }
}
