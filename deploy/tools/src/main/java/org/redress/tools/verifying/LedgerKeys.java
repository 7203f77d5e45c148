package org.redress.tools.verifying;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/** The keys that the lines of the ledger are hashed with, from routing's file; the database does not hold them. */
final class LedgerKeys {

    private static final String FILE = "REDRESS_LEDGER_KEYS";
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, SecretKeySpec> keys;

    private LedgerKeys(Map<String, SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * Those in the file the terminal's environment names; absent when it names none.
     *
     * @throws UsageException when they cannot be read
     */
    static Optional<LedgerKeys> of(Terminal terminal) {
        return Optional.ofNullable(terminal.variable(FILE)).map(Path::of).map(LedgerKeys::read);
    }

    private static LedgerKeys read(Path file) {
        try {
            MacConfig.register();
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            Map<String, SecretKeySpec> keys = new HashMap<>();
            for (int i = 0; i < keyset.size(); i++) {
                keys.put(Integer.toHexString(keyset.getAt(i).getId()), key(keyset.getAt(i)));
            }
            return new LedgerKeys(keys);
        } catch (IOException | GeneralSecurityException | ClassCastException e) {
            throw new UsageException(FILE + " names no file with the keys of the ledger: " + e.getMessage());
        }
    }

    @AccessesPartialKey
    private static SecretKeySpec key(KeysetHandle.Entry entry) {
        HmacKey key = (HmacKey) entry.getKey();
        return new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), ALGORITHM);
    }

    /** The hash of a line that says this, lower-case hexadecimal; blank where there is no such key. */
    String hash(String keyId, String... said) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            Arrays.stream(said)
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(part -> {
                        mac.update(ByteBuffer.allocate(Integer.BYTES)
                                .putInt(part.length)
                                .flip());
                        mac.update(part);
                    });
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
    }
}
