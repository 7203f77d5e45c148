package org.redress.contracts.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A message could not be delivered and is not tried again.
 *
 * @param causeId the event that asked for it
 * @param template which message
 * @param channel email or webhook
 * @param recipient {@code petitioner}, {@code outside} for the configured address, {@code adapter:NAME}, or a post
 * @param reason why, without an address or a name
 */
@WireType("notification.failed.v1")
public record NotificationFailed(
        @JsonUnwrapped Head head, String causeId, String template, String channel, String recipient, String reason)
        implements DeliveryEvent {}
