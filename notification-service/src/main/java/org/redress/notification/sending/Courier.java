package org.redress.notification.sending;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.writing.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, several at once and many over one connection; it never throws and never hangs. */
@Component
class Courier implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final MailServer server;
    private final SendingSettings settings;
    private final ExecutorService connections;

    Courier(MailServer server, SendingSettings settings) {
        this.server = server;
        this.settings = settings;
        AtomicInteger number = new AtomicInteger();
        this.connections = Executors.newFixedThreadPool(
                settings.connections(),
                task -> Thread.ofPlatform()
                        .daemon()
                        .name("mail-" + number.incrementAndGet())
                        .unstarted(task));
    }

    /** True when the mail server takes a connection. */
    boolean reachable() {
        try {
            server.connect().close();
            return true;
        } catch (MessagingException e) {
            log.warn("The mail server is away: {}", e.toString());
            return false;
        }
    }

    /** Sends mails and tells what became of each, by the message's id. */
    Map<String, Outcome> deliver(List<Mail> mails) throws InterruptedException {
        long until = System.nanoTime() + settings.batchTime().toNanos();
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        mails.forEach(mail -> outcomes.put(mail.entryId(), new Outcome.Untried()));
        List<Callable<Object>> rounds = new ArrayList<>();
        for (List<Mail> share : shares(mails)) {
            rounds.add(Executors.callable(() -> new Round(share, until, outcomes).run()));
        }
        for (Future<Object> round : connections.invokeAll(rounds)) {
            if (round.state() == Future.State.FAILED) {
                log.error("A round of mails broke off", round.exceptionNow());
            }
        }
        return new HashMap<>(outcomes);
    }

    private List<List<Mail>> shares(List<Mail> mails) {
        int count = Math.min(settings.connections(), mails.size());
        List<List<Mail>> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>());
        }
        for (int i = 0; i < mails.size(); i++) {
            shares.get(i % count).add(mails.get(i));
        }
        return shares;
    }

    @Override
    public void destroy() throws InterruptedException {
        connections.shutdown();
        if (!connections.awaitTermination(settings.batchTime().toMillis(), TimeUnit.MILLISECONDS)) {
            connections.shutdownNow();
        }
    }

    /** The mails of one connection, one after the other. */
    private final class Round {

        private final List<Mail> mails;
        private final long until;
        private final Map<String, Outcome> outcomes;
        private @Nullable Transport transport;

        Round(List<Mail> mails, long until, Map<String, Outcome> outcomes) {
            this.mails = mails;
            this.until = until;
            this.outcomes = outcomes;
        }

        void run() {
            for (Mail mail : mails) {
                Transport open = System.nanoTime() - until >= 0 ? null : connected();
                if (open == null) {
                    break;
                }
                outcomes.put(mail.entryId(), send(open, mail));
            }
            close();
        }

        private @Nullable Transport connected() {
            if (transport == null) {
                try {
                    transport = server.connect();
                } catch (MessagingException e) {
                    log.warn("The mail server is away: {}", e.toString());
                }
            }
            return transport;
        }

        private Outcome send(Transport open, Mail mail) {
            try {
                server.send(open, mail);
                return new Outcome.Sent(mail.messageId());
            } catch (MessagingException e) {
                // The exception's message holds the address.
                Outcome outcome = Replies.outcomeOf(e);
                log.info("Mail {} was not taken: {}", mail.messageId(), outcome);
                if (outcome.equals(Replies.BROKEN_OFF)) {
                    close();
                }
                return outcome;
            }
        }

        private void close() {
            try {
                if (transport != null) {
                    transport.close();
                }
            } catch (MessagingException e) {
                log.debug("A connection to the mail server broke while it was closed", e);
            }
            transport = null;
        }
    }
}
