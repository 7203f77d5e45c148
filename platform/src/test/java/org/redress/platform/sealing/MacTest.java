package org.redress.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class MacTest {

    private final KeysetHandle keys = SampleKeys.hmac();
    private final Mac mac = new Mac(keys);

    @Test
    void repeatsItself() {
        assertThat(mac.mac(bytes("a"))).isEqualTo(new Mac(keys).mac(bytes("a"))).hasSize(32);
    }

    @Test
    void keepsPartsApart() {
        assertThat(mac.mac(bytes("ab"), bytes("c"))).isNotEqualTo(mac.mac(bytes("a"), bytes("bc")));
    }

    @Test
    void dependsOnTheKey() {
        assertThat(mac.mac(bytes("a"))).isNotEqualTo(new Mac(SampleKeys.hmac()).mac(bytes("a")));
    }

    @Test
    void makesEarlierDigestsAgainAfterTheKeyChanged() throws GeneralSecurityException {
        KeysetHandle rotated = KeysetHandle.newBuilder(keys)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedMacParameters.HMAC_SHA256_256BITTAG)
                        .withRandomId()
                        .makePrimary())
                .build();
        Mac next = new Mac(rotated);

        assertThat(next.keyId()).isNotEqualTo(mac.keyId());
        assertThat(next.mac(bytes("a"))).isNotEqualTo(mac.mac(bytes("a")));
        assertThat(next.macUnder(mac.keyId(), bytes("a"))).isEqualTo(mac.mac(bytes("a")));
        assertThat(next.macsUnderAll(bytes("a"))).containsExactly(next.mac(bytes("a")), mac.mac(bytes("a")));
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> mac.macUnder("none", bytes("a"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        assertThatThrownBy(() -> new Mac(SampleKeys.keyPair())).isInstanceOf(KeyFileException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
