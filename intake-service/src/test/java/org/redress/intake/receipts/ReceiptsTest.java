package org.redress.intake.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final Receipts receipts = new Receipts();

    @Test
    void drawsTenSymbolsThatAreToldApart() {
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String receipt = receipts.draw();
            assertThat(receipt).matches("[0-9A-HJKMNP-TV-Z]{10}");
            assertThat(Receipts.isWellFormed(receipt)).isTrue();
            drawn.add(receipt);
        }

        assertThat(drawn).hasSize(10_000);
    }

    @Test
    void findsEveryWrongSymbol() {
        String receipt = receipts.draw();
        for (int i = 0; i < receipt.length(); i++) {
            for (int value = 0; value < Crockford.BASE; value++) {
                char other = Crockford.symbol(value);
                String wrong = receipt.substring(0, i) + other + receipt.substring(i + 1);
                assertThat(Receipts.isWellFormed(wrong)).isEqualTo(other == receipt.charAt(i));
            }
        }
    }

    @Test
    void findsEveryPairOfSwappedSymbols() {
        for (int n = 0; n < 200; n++) {
            String receipt = receipts.draw();
            IntStream.range(0, 8)
                    .filter(i -> receipt.charAt(i) != receipt.charAt(i + 1))
                    .forEach(i -> assertThat(Receipts.isWellFormed(swapped(receipt, i)))
                            .isFalse());
        }
    }

    @Test
    void readsWhatWasMeant() {
        assertThat(Receipts.normalise(" ab1-lio o\t")).isEqualTo("AB11100");
        assertThat(Receipts.normalise("\uff21\uff22\uff11\u3000\u00a0\uff4c\u2011\uff0d\u2212\u200bio o"))
                .isEqualTo("AB11100");
    }

    @Test
    void refusesAnotherLength() {
        assertThat(Receipts.isWellFormed("")).isFalse();
        assertThat(Receipts.isWellFormed("0000000000000")).isFalse();
        assertThat(Receipts.isWellFormed("U000000000")).isFalse();
    }

    private static String swapped(String text, int i) {
        return text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
    }
}
