package org.redress.notification.email.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Reason;
import org.redress.notification.notifications.Visibility;
import org.redress.notification.petitions.Petitions;
import org.redress.notification.sending.Audience;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.stereotype.Component;

/** Writes to whoever holds a post today, in that person's language; never a word of the petitioner. */
@Component
class OfficerLetters implements LetterWriter {

    private final Petitions petitions;
    private final Directories directories;
    private final MailSettings mails;

    OfficerLetters(Petitions petitions, Directories directories, MailSettings mails) {
        this.petitions = petitions;
        this.directories = directories;
        this.mails = mails;
    }

    @Override
    public boolean writes(Entry entry) {
        return !entry.toPetitioner() && !entry.toOutside() && !entry.template().gathers();
    }

    @Override
    public Map<String, Written<Mail>> write(List<Task> tasks) {
        Directory organisation = directories.newest();
        Map<String, Visibility> standings = petitions.standings(tasks.stream()
                .map(task -> task.notification().petitionId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, Written<Mail>> written = new HashMap<>();
        for (Task task : tasks) {
            Visibility present =
                    standings.get(Objects.requireNonNullElse(task.notification().petitionId(), ""));
            written.put(task.id(), write(task, present, organisation));
        }
        return written;
    }

    private Written<Mail> write(Task task, @Nullable Visibility present, Directory organisation) {
        Directory.Post post = organisation.post(task.entry().recipient()).orElse(null);
        if (post == null) {
            return Written.later(Reason.NO_SUCH_POST);
        }
        Notification told = task.notification();
        return Audience.against(told.standing(), told.plannedAt(), present, post, organisation)
                .map(Written::<Mail>suppressed)
                .orElseGet(() -> mails.mail(
                        task,
                        post.email(),
                        OfficerText.of(
                                told,
                                task.entry().template(),
                                post,
                                organisation,
                                mails.workbench(),
                                mails.dashboard())));
    }
}
