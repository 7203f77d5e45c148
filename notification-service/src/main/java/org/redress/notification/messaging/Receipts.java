package org.redress.notification.messaging;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.redress.notification.notifications.Notifications;
import org.redress.notification.notifications.Visibility;
import org.redress.notification.petitions.Petitions;
import org.springframework.stereotype.Component;

/** Whether the log shows receipts: they are planned while their cases are made, and nobody may learn first from the log. */
@Component
class Receipts {

    private final Petitions petitions;
    private final Notifications notifications;

    Receipts(Petitions petitions, Notifications notifications) {
        this.petitions = petitions;
        this.notifications = notifications;
    }

    /** Shows those whose cases are known to be kept from nobody; what was restricted meanwhile is looked at last. */
    void settle(Collection<String> petitionIds) {
        if (!petitionIds.isEmpty()) {
            notifications.release(those(petitionIds, standing -> standing.isKnown() && !standing.restricted()));
            notifications.restrict(those(petitionIds, Visibility::restricted));
        }
    }

    private Set<String> those(Collection<String> petitionIds, Predicate<Visibility> wanted) {
        return petitions.standings(petitionIds).entrySet().stream()
                .filter(each -> wanted.test(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
