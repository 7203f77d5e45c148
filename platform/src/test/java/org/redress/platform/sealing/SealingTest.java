package org.redress.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Sealed;

class SealingTest {

    private static final String PETITION = "0198f1c2-0000-7000-8000-000000000001";
    private static final byte[] TEXT = "厂区宿舍供暖不足".getBytes(UTF_8);

    private final KeysetHandle keyPair = SampleKeys.keyPair();
    private final AtomicLong nanos = new AtomicLong();
    private final Sealer sealer = new Sealer(SampleKeys.publicOf(keyPair), nanos::get);
    private final Opener opener = new Opener(keyPair);

    @Test
    void opensWhatWasSealed() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);

        assertThat(opener.open(PETITION, "content", sealed)).isEqualTo(TEXT);
    }

    @Test
    void hidesTheTextAndGivesEachSealingAnotherCiphertext() {
        Sealed first = sealer.seal(PETITION, "content", TEXT);
        Sealed second = sealer.seal(PETITION, "content", TEXT);

        assertThat(first.ciphertext()).isNotEqualTo(second.ciphertext());
        assertThat(new String(first.ciphertext(), UTF_8)).doesNotContain("供暖");
    }

    @Test
    void refusesAnotherPetition() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);

        assertRefused("0198f1c2-0000-7000-8000-000000000002", "content", sealed);
    }

    @Test
    void refusesAnotherField() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);

        assertRefused(PETITION, "contact", sealed);
    }

    @Test
    void refusesAChangedText() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);
        byte[] changed = sealed.ciphertext().clone();
        changed[changed.length - 1] ^= 1;

        assertRefused(PETITION, "content", new Sealed(sealed.algorithm(), sealed.keyId(), sealed.sealedKey(), changed));
    }

    @Test
    void refusesAChangedDataKey() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);
        byte[] changed = sealed.sealedKey().clone();
        changed[changed.length - 1] ^= 1;
        String keyId = Envelope.keyId(Envelope.digest(changed));

        assertRefused(PETITION, "content", new Sealed(sealed.algorithm(), keyId, changed, sealed.ciphertext()));
    }

    @Test
    void refusesAKeyIdThatIsNotTheSealedKeys() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);

        assertRefused(
                PETITION,
                "content",
                new Sealed(sealed.algorithm(), "0000000000000000", sealed.sealedKey(), sealed.ciphertext()));
    }

    @Test
    void refusesAnUnknownAlgorithm() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);

        assertRefused(PETITION, "content", new Sealed("none", sealed.keyId(), sealed.sealedKey(), sealed.ciphertext()));
    }

    @Test
    void refusesAnotherKeyPair() {
        Sealed sealed = sealer.seal(PETITION, "content", TEXT);

        assertThatThrownBy(() -> new Opener(SampleKeys.keyPair()).open(PETITION, "content", sealed))
                .isInstanceOf(UnopenableException.class)
                .hasMessageNotContaining("供暖");
    }

    @Test
    void opensNothingWithAPublicKey() {
        assertThatThrownBy(() -> new Opener(SampleKeys.publicOf(keyPair)))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("private");
    }

    @Test
    void sharesADataKeyForAMinute() {
        Sealed first = sealer.seal(PETITION, "content", TEXT);
        nanos.set(TimeUnit.SECONDS.toNanos(59));
        Sealed same = sealer.seal(PETITION, "content", TEXT);
        nanos.set(TimeUnit.SECONDS.toNanos(60));
        Sealed next = sealer.seal(PETITION, "content", TEXT);

        assertThat(same.keyId()).isEqualTo(first.keyId());
        assertThat(next.keyId()).isNotEqualTo(first.keyId());
        assertThat(opener.open(PETITION, "content", next)).isEqualTo(TEXT);
    }

    @Test
    void keepsNoMoreDataKeysThanItsLimit() {
        Opener small = new Opener(keyPair, 2);
        for (int minute = 0; minute < 4; minute++) {
            nanos.set(TimeUnit.MINUTES.toNanos(minute));
            small.open(PETITION, "content", sealer.seal(PETITION, "content", TEXT));
        }

        assertThat(small.keptKeys()).isEqualTo(2);
    }

    private void assertRefused(String petitionId, String field, Sealed sealed) {
        assertThatThrownBy(() -> opener.open(petitionId, field, sealed)).isInstanceOf(UnopenableException.class);
    }
}
