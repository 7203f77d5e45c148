package org.redress.intake.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.intake.TestKeys;
import org.redress.intake.receipts.AccessCodes.AccessKey;
import org.redress.platform.sealing.Mac;

class AccessCodesTest {

    private static final String RECEIPT = "7K3M9QX2TB";

    private final Mac mac = TestKeys.mac();
    private final AccessCodes codes = new AccessCodes(mac);
    private final AccessKey key = codes.current();

    @Test
    void givesARepeatTheSameCode() {
        assertThat(codes.code(RECEIPT, key))
                .matches("[0-9A-HJKMNP-TV-Z]{16}")
                .isEqualTo(new AccessCodes(mac).code(RECEIPT, key));
    }

    @Test
    void dependsOnReceiptGenerationAndKey() {
        String code = codes.code(RECEIPT, key);

        assertThat(codes.code("7K3M9QX2TC", key)).isNotEqualTo(code);
        assertThat(codes.code(RECEIPT, new AccessKey(key.keyId(), 2))).isNotEqualTo(code);
        AccessCodes others = new AccessCodes(TestKeys.mac());
        assertThat(others.code(RECEIPT, others.current())).isNotEqualTo(code);
    }

    @Test
    void recognisesTheCodeHoweverItIsTyped() {
        String code = codes.code(RECEIPT, key);
        String typed = code.substring(0, 8).toLowerCase(Locale.ROOT) + " - " + code.substring(8);

        assertThat(codes.matches(typed.replace('0', 'o'), RECEIPT, key)).isTrue();
    }

    @Test
    void refusesAnotherCode() {
        String code = codes.code(RECEIPT, key);

        assertThat(codes.matches(code.substring(1), RECEIPT, key)).isFalse();
        assertThat(codes.matches("", RECEIPT, key)).isFalse();
        assertThat(codes.matches(code, "7K3M9QX2TC", key)).isFalse();
    }
}
