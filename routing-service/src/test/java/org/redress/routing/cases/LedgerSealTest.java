package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.platform.sealing.Mac;
import org.redress.routing.cases.Unsealing.Opening;
import org.redress.routing.cases.Unsealing.Why;

class LedgerSealTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
    private static final String KEYS = """
            {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.HmacKey",
             "value":"EgQIAxAgGiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==",
             "keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}""";

    /** {@code deploy/redress verify} hashes the same: its test holds the same two lines under the same key. */
    @Test
    void hashesWhatALineSaysAndTheLineBeforeUnderItsKey() throws GeneralSecurityException {
        LedgerSeal seal = new LedgerSeal(new Mac(keys()));

        Unsealing first = seal.after(
                null,
                new Opening(
                        "petition-1",
                        "content",
                        new Actor("li.wei", "plant-1.labour"),
                        Why.READING_CASE,
                        null,
                        AT,
                        null));
        Unsealing second = seal.after(
                first,
                new Opening(
                        "petition-1",
                        "contact",
                        new Actor("notification", "notification"),
                        Why.TELLING,
                        "received",
                        AT,
                        "event-1"));

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.hash()).isEqualTo("5d741e66ff9db5ebadf289c0b3f92a2de9c5cbb716204095e46c3a62d01b7252");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.hash()).isEqualTo("ea4a325df1a07522f4b45ab7c69bc4fe259fa7b9bdf4693c68fe167dee2a5f65");
        assertThat(second.keyId()).isEqualTo("1");
    }

    private static KeysetHandle keys() throws GeneralSecurityException {
        MacConfig.register();
        return TinkJsonProtoKeysetFormat.parseKeyset(KEYS, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
