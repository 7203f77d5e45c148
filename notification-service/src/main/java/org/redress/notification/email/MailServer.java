package org.redress.notification.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.redress.notification.email.writing.Mail;
import org.redress.notification.email.writing.MailSettings;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server as configured under {@code spring.mail}, with timeouts on connecting, reading and writing. */
@Component
class MailServer {

    private final JavaMailSenderImpl server;
    private final MailSettings settings;
    private final InstantSource clock;

    MailServer(JavaMailSenderImpl server, MailSettings settings, InstantSource clock) {
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A connection, signed in where a user is configured.
     *
     * @throws MessagingException when the server does not answer in time, or refuses
     */
    Transport connect() throws MessagingException {
        Transport transport = server.getSession().getTransport(protocol());
        transport.connect(
                server.getHost(),
                server.getPort(),
                blankToNull(server.getUsername()),
                blankToNull(server.getPassword()));
        return transport;
    }

    /** Hands a mail over; it is the server's when this returns. */
    void send(Transport transport, Mail mail) throws MessagingException {
        MimeMessage message = message(mail);
        transport.sendMessage(message, message.getAllRecipients());
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = new NamedMessage(server.getSession(), mail.messageId());
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.text().subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(mail.text().body().replace("\n", "\r\n"), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    private String protocol() {
        String protocol = server.getProtocol();
        return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** A message that keeps the Message-ID it was given. */
    private static final class NamedMessage extends MimeMessage {

        private final String messageId;

        NamedMessage(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
