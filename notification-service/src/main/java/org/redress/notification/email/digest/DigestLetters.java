package org.redress.notification.email.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.notification.email.writing.LetterWriter;
import org.redress.notification.email.writing.Mail;
import org.redress.notification.email.writing.MailSettings;
import org.redress.notification.email.writing.Wording;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Reason;
import org.redress.notification.notifications.Template;
import org.redress.notification.notifications.Visibility;
import org.redress.notification.petitions.Petitions;
import org.redress.notification.sending.Audience;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.stereotype.Component;

/** Writes digests: gathers the lines when the mail is about to go, and drops those the reader may no longer know of. */
@Component
class DigestLetters implements LetterWriter {

    private final DigestLines lines;
    private final Petitions petitions;
    private final Directories directories;
    private final MailSettings mails;
    private final ZoneId zone;

    DigestLetters(DigestLines lines, Petitions petitions, Directories directories, MailSettings mails, ZoneId zone) {
        this.lines = lines;
        this.petitions = petitions;
        this.directories = directories;
        this.mails = mails;
        this.zone = zone;
    }

    @Override
    public boolean writes(Entry entry) {
        return entry.template().gathers();
    }

    @Override
    public Map<String, Written<Mail>> write(List<Task> tasks) {
        Map<String, Written<Mail>> written = new HashMap<>();
        tasks.forEach(task -> written.put(task.id(), write(task)));
        return written;
    }

    private Written<Mail> write(Task task) {
        Directory organisation = directories.newest();
        Directory.Post post = organisation.post(task.entry().recipient()).orElse(null);
        if (post == null) {
            return Written.later(Reason.NO_SUCH_POST);
        }
        List<DigestLine> kept = kept(task, post, organisation);
        if (kept.isEmpty()) {
            return Written.suppressed(Reason.EMPTY);
        }
        LocalDate day = LocalDate.ofInstant(task.notification().plannedAt(), zone);
        Wording wording = Wording.in(post.language());
        Map<String, String> values =
                Map.of("greeting", wording.greeting(post), "day", day.toString(), "workbench", mails.workbench());
        return mails.mail(
                task,
                post.email(),
                task.entry().template() == Template.REMINDERS
                        ? new ReminderText(wording, organisation, values).of(kept)
                        : new DigestText(wording, organisation, values).of(kept));
    }

    private List<DigestLine> kept(Task task, Directory.Post post, Directory organisation) {
        String messageId = mails.messageId(task.id());
        Instant until = task.notification().plannedAt();
        List<DigestLine> all = lines.gather(
                task.notification().id(),
                messageId,
                post.id(),
                until,
                task.entry().template());
        Map<String, Visibility> standings =
                petitions.standings(all.stream().map(DigestLine::petitionId).collect(Collectors.toSet()));
        return all.stream()
                .filter(line -> tells(line, standings.get(line.petitionId()), post, organisation))
                .toList();
    }

    private boolean tells(DigestLine line, @Nullable Visibility present, Directory.Post post, Directory organisation) {
        Optional<String> reason = Audience.against(line.standing(), line.at(), present, post, organisation);
        reason.ifPresent(against -> lines.leaveOut(line, against));
        return reason.isEmpty();
    }
}
