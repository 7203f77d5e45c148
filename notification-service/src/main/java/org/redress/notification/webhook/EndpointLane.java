package org.redress.notification.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.notifications.Reason;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.petitions.Petitions;
import org.redress.notification.sending.Lane;
import org.redress.notification.sending.Parcel;
import org.redress.notification.sending.SendingSettings;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.redress.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one endpoint: one message after the other, in the order in which they became due. */
final class EndpointLane implements Lane<StageMessage>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EndpointLane.class);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;
    private static final int GONE = 410;

    /** Too many requests, bad gateway, unavailable, gateway timeout: all messages would fare alike. */
    private static final Set<Integer> OVERLOADED = Set.of(429, 502, 503, 504);

    private final String name;
    private final WebhookSettings.Endpoint endpoint;
    private final SendingSettings settings;
    private final SigningSecrets secrets;
    private final Poster poster;
    private final EndpointStates states;
    private final Petitions petitions;

    EndpointLane(String name, WebhookSettings settings, EndpointStates states, Petitions petitions) {
        this.name = name;
        this.endpoint = Objects.requireNonNull(settings.endpoints().get(name));
        this.settings = settings.sending();
        this.secrets = new SigningSecrets(endpoint.secrets());
        this.poster =
                new Poster(endpoint.address(), settings.timeout(), endpoint.privateNetwork(), settings.loopback());
        this.states = states;
        this.petitions = petitions;
    }

    @Override
    public String name() {
        return ChannelKind.WEBHOOK.key() + ":" + name;
    }

    @Override
    public SendingSettings settings() {
        return settings;
    }

    @Override
    public boolean reachable() {
        return true; // that it takes connections would not say that it answers
    }

    @Override
    public Map<String, Written<StageMessage>> write(List<Task> tasks) {
        boolean off = !tasks.isEmpty() && states.isOff(name, endpoint);
        Map<String, KnownPetition> known = petitions.find(tasks.stream()
                .map(task -> String.valueOf(task.notification().petitionId()))
                .collect(Collectors.toSet()));
        Map<String, Written<StageMessage>> written = new HashMap<>();
        for (Task task : tasks) {
            String id = String.valueOf(task.notification().petitionId());
            KnownPetition petition = known.getOrDefault(id, KnownPetition.unseen(id));
            written.put(task.id(), off ? Written.suppressed(StageMessage.ENDPOINT_OFF) : write(task, petition));
        }
        return written;
    }

    /** What was planned while the case was open to all may not be told any more. */
    private static Written<StageMessage> write(Task task, KnownPetition petition) {
        return petition.standing().restricted()
                ? Written.suppressed(Reason.NOT_IN_SCOPE)
                : new Written.Ready<>(StageMessage.of(task, petition));
    }

    @Override
    public Map<String, Outcome> deliver(
            List<Parcel<StageMessage>> parcels, BiConsumer<Notification, Map<String, Outcome>> settle) {
        long until = System.nanoTime() + settings.batchTime().toNanos();
        Map<String, Outcome> outcomes = new HashMap<>();
        boolean away = false;
        for (Parcel<StageMessage> parcel : parcels) {
            Map<String, Outcome> became = new HashMap<>();
            for (Map.Entry<String, StageMessage> message : parcel.messages().entrySet()) {
                Outcome outcome =
                        away || System.nanoTime() - until >= 0 ? new Outcome.Untried() : deliver(message.getValue());
                away |= outcome instanceof Outcome.Away || outcome instanceof Outcome.Refused;
                became.put(message.getKey(), outcome);
            }
            outcomes.putAll(became);
            if (!became.containsValue(new Outcome.Untried())) {
                settle.accept(parcel.notification(), became);
            }
        }
        return outcomes;
    }

    private Outcome deliver(StageMessage message) {
        try {
            byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
            long now = RealTime.now().getEpochSecond();
            int status = poster.post(
                    Map.of(
                            "webhook-id", message.id(),
                            "webhook-timestamp", Long.toString(now),
                            "webhook-signature", secrets.sign(message.id(), now, body)),
                    body);
            return outcomeOf(status, message);
        } catch (InterruptedIOException e) {
            log.warn("Endpoint {} did not answer in time", name);
            return new Outcome.Away("timeout");
        } catch (IOException e) {
            log.warn("Endpoint {} is away: {}", name, e.toString());
            return new Outcome.Away("not-reached");
        }
    }

    private Outcome outcomeOf(int status, StageMessage message) {
        if (status / HUNDRED == SUCCESS) {
            return new Outcome.Sent(message.id());
        }
        log.info("Endpoint {} answered {} to {}", name, status, message.id());
        if (status == GONE) {
            log.error("Endpoint {} is gone and turned off", name);
            states.gone(name, endpoint);
            return new Outcome.Refused("http-" + status);
        }
        return OVERLOADED.contains(status) ? new Outcome.Away("http-" + status) : new Outcome.Later("http-" + status);
    }

    @Override
    public void close() throws IOException {
        poster.close();
    }
}
