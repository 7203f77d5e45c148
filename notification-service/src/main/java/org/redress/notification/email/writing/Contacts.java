package org.redress.notification.email.writing;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.contracts.Json;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.notification.notifications.Notification;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.sending.Task;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.Saved;
import org.redress.platform.sealing.Opener;
import org.redress.platform.sealing.UnopenableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Opens contacts, only when a mail is about to go, and tells of each opening before it happens. */
@Component
class Contacts {

    private static final Logger log = LoggerFactory.getLogger(Contacts.class);
    private static final int TRIES = 5;

    private final Opener opener;
    private final AggregateStore<Notification> notifications;
    private final InstantSource clock;

    Contacts(Opener opener, AggregateStore<Notification> notifications, InstantSource clock) {
        this.opener = opener;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Writes down in these notifications that their petitioners' contacts are about to be opened, which routing adds to the
     * ledger they can read.
     *
     * @return ids of those in which it could not be written now, whose contacts must not be opened
     */
    Set<String> announce(Collection<Task> tasks) {
        Map<String, List<Integer>> opened = tasks.stream()
                .collect(Collectors.groupingBy(
                        task -> task.notification().id(),
                        Collectors.mapping(task -> task.entry().number(), Collectors.toList())));
        Collection<Notification> current =
                tasks.stream().map(Task::notification).collect(Collectors.toSet());
        Set<String> written = new HashSet<>();
        for (int attempt = 0; attempt < TRIES && !current.isEmpty(); attempt++) {
            current.forEach(notification -> opened.getOrDefault(notification.id(), List.of())
                    .forEach(number -> notification.opening(number, clock.instant())));
            Saved<Notification> saved = notifications.saveAll(current);
            Set<Notification> unwritten = new HashSet<>(saved.stale());
            unwritten.addAll(saved.failed().keySet());
            current.stream()
                    .filter(it -> !unwritten.contains(it))
                    .map(Notification::id)
                    .forEach(written::add);
            // Meanwhile another channel moved on.
            current = saved.stale().isEmpty()
                    ? List.of()
                    : notifications
                            .findAll(
                                    saved.stale().stream().map(Notification::id).toList())
                            .read();
        }
        Set<String> not = new HashSet<>(opened.keySet());
        not.removeAll(written);
        return not;
    }

    /** The contact; empty when it does not open, which its key may yet cure. */
    Optional<PetitionContact> open(KnownPetition petition) {
        Sealed sealed = petition.sealed();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            byte[] json = opener.open(petition.id(), PetitionContact.FIELD, sealed);
            return Optional.of(Json.MAPPER.readValue(json, PetitionContact.class));
        } catch (UnopenableException | JacksonException e) {
            // Neither names what is inside; the parser's message might.
            log.error(
                    "The contact of petition {} cannot be read: {}",
                    petition.id(),
                    e.getClass().getName());
            return Optional.empty();
        }
    }
}
