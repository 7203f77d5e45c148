package org.redress.journey.stack;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** Reads a mail as its reader would see it. */
final class Mails {

    private Mails() {}

    static String decode(byte[] bytes) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return "To: " + mail.getHeader("To", ",") + "\nSubject: " + mail.getSubject() + "\nMessage-ID: "
                    + mail.getMessageID() + "\n\n" + mail.getContent();
        } catch (MessagingException e) {
            throw new IOException("no mail", e);
        }
    }
}
