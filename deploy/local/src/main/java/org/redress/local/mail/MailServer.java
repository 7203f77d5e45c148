package org.redress.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on loopback that delivers nothing: every message it accepts lies whole in a file {@code *.eml} before
 * the sender is told so.
 */
public final class MailServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int COULD_NOT_KEEP = 452;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final InstantSource time;
    private final AtomicLong number = new AtomicLong();
    private final SMTPServer server;

    private MailServer(Path folder, int port, InstantSource time) {
        this.folder = folder;
        this.time = time;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Redress local mail")
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST)
                .messageHandlerFactory(context -> new OneMail())
                .build();
    }

    /** Opens the port; the time only names the files. */
    public static MailServer start(Path folder, int port, InstantSource time) throws IOException {
        Files.createDirectories(folder);
        MailServer mail = new MailServer(folder, port, time);
        mail.server.start();
        return mail;
    }

    /** Tells whether it accepts mail. */
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Closes the port. */
    @Override
    public void close() {
        server.stop();
    }

    private void keep(InputStream message) throws IOException {
        Path written = Files.createTempFile(folder, ".mail", ".part");
        try {
            try (OutputStream file = Files.newOutputStream(written)) {
                message.transferTo(file);
            }
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, folder.resolve(name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private String name() {
        long pid = ProcessHandle.current().pid();
        return "%s-%d-%05d.eml".formatted(TIME.format(time.instant()), pid, number.incrementAndGet());
    }

    /** One message on its way in. */
    private final class OneMail implements MessageHandler {

        @Override
        public void from(String sender) {
            // Anyone may send: nothing leaves this machine.
        }

        @Override
        public void recipient(String recipient) {
            // Anyone may receive: the message says for whom it is.
        }

        @Override
        public String data(InputStream message) throws RejectException, TooMuchDataException {
            try {
                keep(message);
                return "kept";
            } catch (TooMuchDataException e) {
                throw e;
            } catch (IOException e) {
                LOG.error("A mail could not be written to {}", folder, e);
                throw new RejectException(COULD_NOT_KEEP, "The message could not be written down, try again later");
            }
        }

        @Override
        public void done() {
            // The message is in its file already.
        }
    }
}
