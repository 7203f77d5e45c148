package org.redress.notification.email;

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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.redress.notification.email.writing.Mail;
import org.redress.notification.email.writing.MailSettings;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Outcome;
import org.redress.notification.sending.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, several at once and many over one connection; it never throws and never hangs. */
@Component
class Courier implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final MailServer server;
    private final MailSettings settings;
    private final ExecutorService connections;

    Courier(MailServer server, MailSettings settings) {
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

    /**
     * Sends mails and tells what became of each, by the message's id: of a notification as soon as all its mails are
     * through, and in the end of those for which there was no time or no server.
     *
     * @param settle writes down what became of a notification's mails; where it fails, its connection sends no more
     */
    Map<String, Outcome> deliver(List<Parcel<Mail>> parcels, BiConsumer<Notification, Map<String, Outcome>> settle)
            throws InterruptedException {
        long until = System.nanoTime() + settings.sending().batchTime().toNanos();
        Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
        List<Callable<Object>> rounds = new ArrayList<>();
        for (List<Parcel<Mail>> share : shares(parcels)) {
            rounds.add(Executors.callable(() -> new Round(share, until, outcomes, settle).run()));
        }
        for (Future<Object> round : connections.invokeAll(rounds)) {
            if (round.state() == Future.State.FAILED) {
                log.error("A round of mails broke off", round.exceptionNow());
            }
        }
        return new HashMap<>(outcomes);
    }

    private List<List<Parcel<Mail>>> shares(List<Parcel<Mail>> parcels) {
        int count = Math.min(settings.connections(), parcels.size());
        List<List<Parcel<Mail>>> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>());
        }
        for (int i = 0; i < parcels.size(); i++) {
            shares.get(i % count).add(parcels.get(i));
        }
        return shares;
    }

    @Override
    public void destroy() throws InterruptedException {
        connections.shutdown();
        if (!connections.awaitTermination(settings.sending().batchTime().toMillis(), TimeUnit.MILLISECONDS)) {
            connections.shutdownNow();
        }
    }

    /** The notifications of one connection, one after the other. */
    private final class Round {

        private final List<Parcel<Mail>> parcels;
        private final long until;
        private final Map<String, Outcome> outcomes;
        private final BiConsumer<Notification, Map<String, Outcome>> settle;
        private @Nullable Transport transport;
        private boolean away;

        Round(
                List<Parcel<Mail>> parcels,
                long until,
                Map<String, Outcome> outcomes,
                BiConsumer<Notification, Map<String, Outcome>> settle) {
            this.parcels = parcels;
            this.until = until;
            this.outcomes = outcomes;
            this.settle = settle;
        }

        void run() {
            try {
                for (Parcel<Mail> parcel : parcels) {
                    Map<String, Outcome> became = delivered(parcel);
                    if (!became.containsValue(new Outcome.Untried())) {
                        settle.accept(parcel.notification(), became);
                    }
                }
            } catch (RuntimeException e) {
                // What was sent is kept in memory and written when the database takes it.
                log.warn("Sent mails cannot be written down: {}", e.toString());
            } finally {
                close();
            }
        }

        private Map<String, Outcome> delivered(Parcel<Mail> parcel) {
            Map<String, Outcome> became = new HashMap<>();
            for (Mail mail : parcel.messages().values()) {
                Transport open = System.nanoTime() - until >= 0 ? null : connected();
                became.put(mail.entryId(), open == null ? new Outcome.Untried() : send(open, mail));
            }
            outcomes.putAll(became);
            return became;
        }

        private @Nullable Transport connected() {
            if (transport == null && !away) {
                try {
                    transport = server.connect();
                } catch (MessagingException e) {
                    // Each further mail would wait for it again.
                    away = true;
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
