package org.redress.notification.deliveries;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Template;
import org.redress.platform.description.NamesOf;

/**
 * One message to one recipient.
 *
 * @param id its id, for ever
 * @param petitionId the petition; absent for a digest
 * @param template which message
 * @param channel what carries it
 * @param recipient the petitioner, or a post
 * @param state planned, waiting, sent, failed, suppressed or digest
 * @param messageId id the channel knows it by; null until it was sent
 * @param reason why it was not sent, or not yet; names nobody
 * @param plannedAt business time of what it tells
 * @param step the step of the case it tells of; absent where it tells of none
 */
public record Delivery(
        String id,
        @Nullable String petitionId,
        @NamesOf(Template.class) String template,
        @NamesOf(ChannelKind.class) String channel,
        String recipient,
        @NamesOf(Entry.State.class) String state,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String messageId,
        @Nullable String reason,
        Instant plannedAt,
        @Nullable String step) {}
