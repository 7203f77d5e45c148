package org.redress.bench.throughput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Hands petitions in and remembers every receipt. */
final class Load {

    private static final int ACCEPTED = 202;
    private static final String RECEIPT = "\"receipt\":\"";

    private final Letters letters;
    private final String token;
    private final Queue<String> receipts = new ConcurrentLinkedQueue<>();

    Load(Letters letters, String token) {
        this.letters = letters;
        this.token = token;
    }

    /** Every receipt that was acknowledged and has to be kept. */
    Collection<String> receipts() {
        return receipts;
    }

    /** Hands in at a pace over so many connections, to what keeps petitions. */
    Measured run(int port, int connections, Pace pace) {
        return new Round(port, pace, receipts).run(connections);
    }

    /** The same to what keeps nothing: its receipts are forgotten. */
    Measured runForNothing(int port, int connections, Pace pace) {
        return new Round(port, pace, new ConcurrentLinkedQueue<>()).run(connections);
    }

    /** One measurement. */
    private final class Round {

        private final int port;
        private final Pace pace;
        private final Queue<String> given;
        private final Histogram micros = new ConcurrentHistogram(3_600_000_000L, 3);
        private final AtomicLong failed = new AtomicLong();
        private final long began = System.nanoTime();

        private Round(int port, Pace pace, Queue<String> given) {
            this.port = port;
            this.pace = pace;
            this.given = given;
        }

        private Measured run(int connections) {
            try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> all = new ArrayList<>();
                for (int i = 0; i < connections; i++) {
                    all.add(senders.submit(this::sendAll));
                }
                for (Future<?> sender : all) {
                    sender.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a sender broke off", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return new Measured(micros.getTotalCount(), failed.get(), (System.nanoTime() - began) / 1e9, micros);
        }

        private void sendAll() {
            long intended = pace.next();
            while (intended != Pace.END) {
                try (Connection connection = new Connection(port, token)) {
                    while (intended != Pace.END && connection.isOpen()) {
                        sleepUntil(intended);
                        send(connection, intended);
                        intended = pace.next();
                    }
                } catch (IOException e) {
                    // Unknown whether it was taken: it counts as failed, and nothing was acknowledged.
                    failed.incrementAndGet();
                    intended = pace.next();
                }
            }
        }

        private void send(Connection connection, long intended) throws IOException {
            Connection.Answer answer = connection.post(letters.next());
            if (answer.status() == ACCEPTED) {
                micros.recordValue((System.nanoTime() - intended) / 1_000);
                int at = answer.body().indexOf(RECEIPT) + RECEIPT.length();
                given.add(answer.body().substring(at, answer.body().indexOf('"', at)));
            } else {
                failed.incrementAndGet();
            }
        }

        private static void sleepUntil(long moment) {
            for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
