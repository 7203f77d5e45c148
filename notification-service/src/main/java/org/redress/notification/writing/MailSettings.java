package org.redress.notification.writing;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Reason;
import org.redress.platform.words.MailAddresses;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands in every mail.
 *
 * @param from address of the sender, with or without a name
 * @param domain what stands behind the {@code @} of a Message-ID; a change makes a retried mail look like another one
 * @param portal where petitioners follow their petition
 * @param workbench where officers handle their cases
 * @param outside address that is told when everybody in the organisation is kept from a case; without one nobody is
 */
@ConfigurationProperties("redress.notification.mail")
public record MailSettings(
        @DefaultValue("petitions@redress.example") String from,
        @DefaultValue("redress.example") String domain,
        @DefaultValue("") String portal,
        @DefaultValue("") String workbench,
        @DefaultValue("") String outside) {

    /** The mail that carries a message, unless the address is none. */
    public Written mail(Task task, String address, Text text) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(address, true);
            if (parsed.length != 1
                    || parsed[0].isGroup()
                    || !parsed[0].getAddress().contains("@")) {
                return Written.refused(Reason.BAD_ADDRESS);
            }
            String to = MailAddresses.sendable(parsed[0].getAddress());
            if (to == null) {
                return Written.refused(Reason.BAD_ADDRESS);
            }
            String messageId = Notification.messageId(task.id(), domain);
            return new Written.Ready(new Mail(task.id(), messageId, to, text));
        } catch (AddressException e) {
            return Written.refused(Reason.BAD_ADDRESS);
        }
    }
}
