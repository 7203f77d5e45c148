package org.redress.notification.email.writing;

import java.util.List;
import java.util.Map;
import org.redress.notification.notifications.Entry;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;

/** Writes the messages of one kind of recipient. */
public interface LetterWriter {

    /** True for messages it writes. */
    boolean writes(Entry entry);

    /** Writes them, each under its task's id; none is left out. */
    Map<String, Written<Mail>> write(List<Task> tasks);
}
