package org.redress.notification.email.writing;

import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Reason;
import org.redress.notification.sending.SendingSettings;
import org.redress.notification.sending.Task;
import org.redress.notification.sending.Written;
import org.redress.platform.words.MailAddresses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands in every mail, and how mails go out.
 *
 * @param from address of the sender, with or without a name
 * @param domain what stands behind the {@code @} of a Message-ID; a change makes a retried mail look like another one
 * @param portal where petitioners follow their petition
 * @param workbench where officers handle their cases
 * @param dashboard where leaders see which matters are hot
 * @param outside address that is told when everybody in the organisation is kept from a case; without one nobody is
 * @param connections connections to the mail server at once
 * @param sending how mails are sent
 */
@ConfigurationProperties("redress.notification.mail")
public record MailSettings(
        @DefaultValue("petitions@redress.example") String from,
        @DefaultValue("redress.example") String domain,
        @DefaultValue("") String portal,
        @DefaultValue("") String workbench,
        @DefaultValue("") String dashboard,
        @DefaultValue("") String outside,
        @DefaultValue("4") int connections,
        @NestedConfigurationProperty @DefaultValue SendingSettings sending) {

    /** The Message-ID of the mail of the message with this id: always the same. */
    public String messageId(String entryId) {
        return "<" + Notification.nameOf(entryId) + "@" + domain + ">";
    }

    /** The mail that carries a message, unless the address is none. */
    public Written<Mail> mail(Task task, String address, Text text) {
        String to = MailAddresses.sendable(address);
        return to == null
                ? Written.refused(Reason.BAD_ADDRESS)
                : new Written.Ready<>(new Mail(task.id(), messageId(task.id()), to, text));
    }
}
