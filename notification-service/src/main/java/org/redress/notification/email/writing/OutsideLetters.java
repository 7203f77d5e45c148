package org.redress.notification.email.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Reason;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.springframework.stereotype.Component;

/** Writes to the configured address, in both languages, that nobody in the organisation can have a case: its id alone. */
@Component
class OutsideLetters implements LetterWriter {

    private final MailSettings mails;

    OutsideLetters(MailSettings mails) {
        this.mails = mails;
    }

    @Override
    public boolean writes(Entry entry) {
        return entry.toOutside();
    }

    @Override
    public Map<String, Written<Mail>> write(List<Task> tasks) {
        Map<String, Written<Mail>> written = new HashMap<>();
        tasks.forEach(task -> written.put(
                task.id(),
                mails.outside().isBlank()
                        ? Written.suppressed(Reason.NO_ADDRESS)
                        : mails.mail(task, mails.outside(), text(task))));
        return written;
    }

    static Text text(Task task) {
        Map<String, String> values =
                Map.of("case", Objects.requireNonNullElse(task.notification().petitionId(), ""));
        Text chinese = Wording.in("zh").text(task.entry().template(), values);
        Text english = Wording.in("en").text(task.entry().template(), values);
        return new Text(chinese.subject() + " / " + english.subject(), chinese.body() + "\n" + english.body());
    }
}
