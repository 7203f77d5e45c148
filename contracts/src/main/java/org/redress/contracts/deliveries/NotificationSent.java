package org.redress.contracts.deliveries;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.redress.contracts.Head;
import org.redress.contracts.WireType;

/**
 * A message was handed to the channel that carries it; handed over is not yet received.
 *
 * @param causeId the event that asked for it
 * @param template which message
 * @param channel email or webhook
 * @param recipient {@code petitioner}, {@code outside} for the configured address, {@code adapter:NAME}, or a post
 * @param messageId id the channel knows it by
 * @param sentAt business time
 */
@WireType("notification.sent.v1")
public record NotificationSent(
        @JsonUnwrapped Head head,
        String causeId,
        String template,
        String channel,
        String recipient,
        String messageId,
        Instant sentAt)
        implements DeliveryEvent {}
