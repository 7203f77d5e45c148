package org.redress.notification.sending;

import java.util.Optional;
import org.redress.notification.notifications.Notification;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.StaleAggregateException;
import org.redress.platform.time.RealTime;
import org.springframework.stereotype.Component;

/** Has messages that failed sent as if they had never been tried. Who may know of the case is looked at anew, as ever. */
@Component
public class SendAgain {

    private static final int TRIES = 10;

    private final AggregateStore<Notification> store;

    SendAgain(AggregateStore<Notification> store) {
        this.store = store;
    }

    /**
     * Has one sent.
     *
     * @param id as in the delivery log
     * @return whether it had failed; nothing where there is no such message
     */
    public Optional<Boolean> message(String id) {
        int dot = id.lastIndexOf('.');
        if (dot < 0 || !id.substring(dot + 1).matches("\\d{1,6}")) {
            return Optional.empty();
        }
        String notification = id.substring(0, dot);
        int number = Integer.parseInt(id.substring(dot + 1));
        for (int attempt = 1; ; attempt++) {
            try {
                return store.find(notification)
                        .filter(found -> number < found.entries().size())
                        .map(found -> sendAgain(found, number));
            } catch (StaleAggregateException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private boolean sendAgain(Notification notification, int number) {
        boolean again = notification.sendAgain(number, RealTime.now());
        if (again) {
            store.save(notification);
        }
        return again;
    }
}
