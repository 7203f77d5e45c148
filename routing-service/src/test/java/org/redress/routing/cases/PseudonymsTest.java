package org.redress.routing.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.platform.sealing.Mac;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(new Mac(key()));

    @Test
    void givesOnePetitionerOneTokenAYear() {
        String token =
                pseudonyms.of(contact("王 一", "+8613900000001", null), 2026).orElseThrow();

        assertThat(token).hasSize(32).doesNotContain("13900000001");
        assertThat(pseudonyms.of(contact("别名", "+86 139 0000 0001", null), 2026))
                .contains(token);
        assertThat(pseudonyms.of(contact("王 一", "+8613900000001", null), 2027))
                .isPresent()
                .isNotEqualTo(Optional.of(token));
        assertThat(pseudonyms.of(contact("王 一", "+8613900000001", "11010119900101001x"), 2026))
                .isEqualTo(pseudonyms.of(contact(null, null, "11010119900101001X"), 2026))
                .isNotEqualTo(Optional.of(token));
    }

    @Test
    void givesNoneToTheUnknown() {
        assertThat(pseudonyms.of(contact(null, " ", null), 2026)).isEmpty();
    }

    private static PetitionContact contact(String name, String phone, String idNumber) {
        return new PetitionContact(name, phone, null, idNumber, List.of(), false, null, "zh");
    }

    private static KeysetHandle key() {
        try {
            MacConfig.register();
            return KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG, RegistryConfiguration.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
