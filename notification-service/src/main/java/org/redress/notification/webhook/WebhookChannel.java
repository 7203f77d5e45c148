package org.redress.notification.webhook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.notifications.Reason;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.petitions.Petitions;
import org.redress.notification.planning.Followers;
import org.redress.notification.sending.Channel;
import org.redress.notification.sending.Lane;
import org.redress.notification.sending.Parcel;
import org.redress.notification.sending.SendingSettings;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Signed webhooks to the adapters that submit petitions: a lane for each endpoint, and one for what came before it was known whose it is. */
@Component
class WebhookChannel implements Channel, Followers, DisposableBean {

    private final WebhookSettings settings;
    private final Petitions petitions;
    private final List<EndpointLane> endpoints;
    private final Map<String, String> recipients;

    WebhookChannel(WebhookSettings settings, EndpointStates states, Petitions petitions) {
        this.settings = settings;
        this.petitions = petitions;
        this.endpoints = settings.endpoints().keySet().stream()
                .map(name -> new EndpointLane(name, settings, states, petitions))
                .toList();
        this.recipients = settings.endpoints().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        endpoint -> endpoint.getValue().client(), endpoint -> Entry.ADAPTER + ":" + endpoint.getKey()));
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public List<? extends Lane<?>> lanes() {
        List<Lane<?>> lanes = new ArrayList<>(endpoints);
        if (!lanes.isEmpty()) {
            lanes.add(new Unaddressed());
        }
        return List.copyOf(lanes);
    }

    @Override
    public Optional<String> of(KnownPetition known) {
        if (!known.submitted()) {
            return recipients.isEmpty() ? Optional.empty() : Optional.of(Entry.ADAPTER);
        }
        String client = known.submittedBy();
        return client == null ? Optional.empty() : Optional.ofNullable(recipients.get(client));
    }

    @Override
    public void destroy() throws IOException {
        for (EndpointLane endpoint : endpoints) {
            endpoint.close();
        }
    }

    /** Finds out whose petition it is, where a case was seen before its submission. */
    private final class Unaddressed implements Lane<String> {

        @Override
        public String name() {
            return ChannelKind.WEBHOOK.key();
        }

        @Override
        public SendingSettings settings() {
            return settings.sending();
        }

        @Override
        public boolean reachable() {
            return true;
        }

        @Override
        public Map<String, Written<String>> write(List<Task> tasks) {
            Map<String, KnownPetition> known = petitions.find(tasks.stream()
                    .map(task -> String.valueOf(task.notification().petitionId()))
                    .collect(Collectors.toSet()));
            Map<String, Written<String>> written = new HashMap<>();
            for (Task task : tasks) {
                KnownPetition petition =
                        known.get(String.valueOf(task.notification().petitionId()));
                written.put(
                        task.id(),
                        petition == null || !petition.submitted()
                                ? Written.later(Reason.NO_CONTACT_YET)
                                : of(petition)
                                        .<Written<String>>map(it -> new Written.Not<>(new Outcome.Addressed(it)))
                                        .orElseGet(() -> Written.suppressed(Reason.NO_ADDRESS)));
            }
            return written;
        }

        @Override
        public Map<String, Outcome> deliver(
                List<Parcel<String>> parcels, BiConsumer<Notification, Map<String, Outcome>> settle) {
            return Map.of();
        }
    }
}
