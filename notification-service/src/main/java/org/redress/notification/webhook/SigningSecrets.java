package org.redress.notification.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets of an endpoint, in a file that is followed as it changes. All of them sign, so that a receiver can change from
 * one to the next without missing a message.
 */
final class SigningSecrets {

    private static final Logger log = LoggerFactory.getLogger(SigningSecrets.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private List<byte[]> secrets;
    private FileTime readAt;

    SigningSecrets(Path file) {
        this.file = file;
        this.readAt = modified(file);
        this.secrets = read(file);
    }

    /**
     * The secrets in a file.
     *
     * @throws IllegalArgumentException when it cannot be read, others may read it too, or it holds anything but secrets
     */
    static List<byte[]> read(Path file) {
        try {
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalArgumentException(file + " is open to others; accepted is mode 600");
            }
            List<byte[]> secrets = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> secret(file, line))
                    .toList();
            if (secrets.isEmpty()) {
                throw new IllegalArgumentException(file + " holds no secret");
            }
            return secrets;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read", e);
        }
    }

    /** Never says what stands in the line. */
    private static byte[] secret(Path file, String line) {
        try {
            byte[] secret =
                    line.startsWith(PREFIX) ? Base64.getDecoder().decode(line.substring(PREFIX.length())) : new byte[0];
            if (secret.length >= SHORTEST && secret.length <= LONGEST) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            log.debug("A line of {} is no base64", file);
        }
        throw new IllegalArgumentException(file + " holds a line that is no secret; accepted is " + PREFIX + " and "
                + SHORTEST + " to " + LONGEST + " bytes in base64");
    }

    /**
     * The value of {@code webhook-signature} for a message: one signature for each secret.
     *
     * @param timestamp seconds since 1970 of this try
     */
    synchronized String sign(String id, long timestamp, byte[] body) {
        follow();
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, head, body)))
                .collect(Collectors.joining(" "));
    }

    private void follow() {
        FileTime now = modified(file);
        if (!now.equals(readAt)) {
            readAt = now;
            try {
                secrets = read(file);
                log.info("{} was read again and holds {} secrets", file, secrets.size());
            } catch (IllegalArgumentException e) {
                log.error("The secrets in use stay as they are: {}", e.getMessage());
            }
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static byte[] mac(byte[] secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
