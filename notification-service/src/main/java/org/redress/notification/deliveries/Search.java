package org.redress.notification.deliveries;

import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.ChannelKind;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Template;

/**
 * What is looked for; what is absent does not matter.
 *
 * @param petitionId the petition
 * @param recipient who it goes to, see {@link Entry#recipient()}
 * @param state where it stands
 * @param template which message
 * @param channel what carries it
 */
public record Search(
        @Nullable String petitionId,
        @Nullable String recipient,
        Entry.@Nullable State state,
        @Nullable Template template,
        @Nullable ChannelKind channel) {}
