package org.redress.notification.email.writing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.Reason;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.petitions.Petitions;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.springframework.stereotype.Component;

/** Writes to petitioners whose contact is known; it is opened only now. */
@Component
class PetitionerLetters implements LetterWriter {

    private final Petitions petitions;
    private final Contacts contacts;
    private final MailSettings mails;
    private final ZoneId zone;

    PetitionerLetters(Petitions petitions, Contacts contacts, MailSettings mails, ZoneId zone) {
        this.petitions = petitions;
        this.contacts = contacts;
        this.mails = mails;
        this.zone = zone;
    }

    @Override
    public boolean writes(Entry entry) {
        return entry.toPetitioner();
    }

    @Override
    public Map<String, Written<Mail>> write(List<Task> tasks) {
        Map<String, KnownPetition> known =
                petitions.find(tasks.stream().map(PetitionerLetters::petitionOf).collect(Collectors.toSet()));
        Map<String, Written<Mail>> written = new HashMap<>();
        Map<Task, KnownPetition> toOpen = new LinkedHashMap<>();
        for (Task task : tasks) {
            String id = petitionOf(task);
            KnownPetition petition = known.getOrDefault(id, KnownPetition.unseen(id));
            switch (petition.contact()) {
                case UNKNOWN -> written.put(task.id(), Written.later(Reason.NO_CONTACT_YET));
                case NONE -> written.put(task.id(), Written.suppressed(Reason.NO_ADDRESS));
                case SEALED -> toOpen.put(task, petition);
            }
        }
        Set<String> unwritten = contacts.announce(toOpen.keySet());
        toOpen.forEach((task, petition) -> written.put(
                task.id(),
                unwritten.contains(task.notification().id())
                        ? Written.later(Reason.NOT_WRITTEN)
                        : write(task, petition)));
        return written;
    }

    private Written<Mail> write(Task task, KnownPetition petition) {
        PetitionContact contact = contacts.open(petition).orElse(null);
        if (contact == null) {
            return Written.later(Reason.UNREADABLE_CONTACT);
        }
        String email = contact.email();
        if (email == null || email.isBlank()) {
            return Written.suppressed(Reason.NO_ADDRESS);
        }
        Facts facts = task.notification().facts();
        String day = Objects.requireNonNullElseGet(
                facts.acceptedOn(),
                () -> LocalDate.ofInstant(task.notification().plannedAt(), zone).toString());
        Text text = PetitionerText.of(task.entry().template(), contact, petition.receipt(), day, facts, mails.portal());
        return mails.mail(task, email, text);
    }

    private static String petitionOf(Task task) {
        return Objects.requireNonNullElse(task.notification().petitionId(), "");
    }
}
