package org.redress.notification.email.writing;

import com.mongodb.MongoException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.notification.notifications.Reason;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has every message written by the one who writes its kind; a message that cannot be written stops no other. */
@Component
public class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private final List<LetterWriter> writers;

    Letters(List<LetterWriter> writers) {
        this.writers = List.copyOf(writers);
    }

    /** Writes messages, each under its task's id. */
    public Map<String, Written<Mail>> write(List<Task> tasks) {
        Map<String, Written<Mail>> written = new HashMap<>();
        for (LetterWriter writer : writers) {
            List<Task> own =
                    tasks.stream().filter(task -> writer.writes(task.entry())).toList();
            if (!own.isEmpty()) {
                written.putAll(together(writer, own));
            }
        }
        return written;
    }

    private static Map<String, Written<Mail>> together(LetterWriter writer, List<Task> tasks) {
        try {
            return writer.write(tasks);
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            Map<String, Written<Mail>> written = new HashMap<>();
            tasks.forEach(task -> written.put(task.id(), alone(writer, task)));
            return written;
        }
    }

    private static Written<Mail> alone(LetterWriter writer, Task task) {
        try {
            return writer.write(List.of(task)).getOrDefault(task.id(), Written.later(Reason.NOT_WRITTEN));
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            // The exception's own message might quote what was being written.
            log.error(
                    "Message {} could not be written: {}",
                    task.id(),
                    e.getClass().getName());
            return Written.later(Reason.NOT_WRITTEN);
        }
    }
}
