package org.redress.contracts.deliveries;

import org.redress.contracts.Event;

/** An event of {@code petition.deliveries}; the aggregate is the notification, one for each event that told somebody. */
public sealed interface DeliveryEvent extends Event permits ContactOpened, NotificationSent, NotificationFailed {}
