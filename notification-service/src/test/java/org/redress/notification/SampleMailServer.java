package org.redress.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * A real mail server on loopback. It can hang before its greeting or before it takes a mail, refuses recipients called
 * {@code gone} for good and recipients called {@code busy} the first time.
 */
public final class SampleMailServer {

    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final SMTPServer server;
    private volatile CountDownLatch greeting = new CountDownLatch(0);
    private volatile CountDownLatch taking = new CountDownLatch(0);

    public SampleMailServer() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .insertReceivedHeaders(false)
                .sessionHandler(new Door())
                .messageHandlerFactory(context -> new Taker())
                .build();
        server.start();
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** The mails to an address, as they arrived. */
    public List<MimeMessage> to(String address) {
        return mails.stream().filter(mail -> recipientOf(mail).equals(address)).toList();
    }

    /** The mails whose subject or body names this. */
    public List<MimeMessage> naming(String text) {
        return mails.stream()
                .filter(mail -> subject(mail).contains(text) || body(mail).contains(text))
                .toList();
    }

    /** How often a mail was begun. */
    public int asked() {
        return asked.get();
    }

    public void hangBeforeGreeting() {
        greeting = new CountDownLatch(1);
    }

    public void hangBeforeTaking() {
        taking = new CountDownLatch(1);
    }

    public void answerAgain() {
        greeting.countDown();
        taking.countDown();
    }

    public static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String body(MimeMessage mail) {
        try {
            return ((String) mail.getContent()).replace("\r\n", "\n");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String recipientOf(MimeMessage mail) {
        return header(mail, "To");
    }

    private static boolean waited(CountDownLatch latch) {
        if (latch.getCount() == 0) {
            return false;
        }
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private final class Door implements SessionHandler {

        @Override
        public SessionAcceptance accept(Session session) {
            return waited(greeting) ? SessionAcceptance.failure(421, "closing") : SessionAcceptance.success();
        }

        @Override
        public void onSessionEnd(Session session) {
            // Nothing is kept of it.
        }
    }

    private final class Taker implements MessageHandler {

        @Override
        public void from(String sender) throws RejectException {
            asked.incrementAndGet();
            if (waited(taking)) {
                throw new RejectException(421, "closing");
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("gone")) {
                throw new RejectException(550, "no such user " + recipient);
            }
            if (recipient.startsWith("busy") && asked.get() % 2 == 1) {
                throw new RejectException(451, "try later " + recipient);
            }
        }

        @Override
        public String data(InputStream message) throws IOException {
            try {
                mails.add(new MimeMessage(null, message));
                return "taken";
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void done() {
            // It is in the list.
        }
    }
}
