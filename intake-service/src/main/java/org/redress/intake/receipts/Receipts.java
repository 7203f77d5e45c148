package org.redress.intake.receipts;

import java.security.SecureRandom;

/** Draws receipts: nine random characters and a check character that finds a slip of the pen. */
public final class Receipts {

    private static final int DRAWN = 9;
    private static final int MODULUS = 37;

    private final SecureRandom random = new SecureRandom();

    /** A receipt nobody can guess; that it is new, the unique index decides. */
    public String draw() {
        while (true) {
            String drawn = drawNine();
            int check = check(drawn);
            // Crockford's five extra check symbols are punctuation: such a draw is not used.
            if (check < Crockford.BASE) {
                return drawn + Crockford.symbol(check);
            }
        }
    }

    /** The receipt as it was given out, however it was typed. */
    public static String normalise(String written) {
        return Crockford.normalise(written);
    }

    /** True for ten characters whose last one checks the others. */
    public static boolean isWellFormed(String receipt) {
        return receipt.length() == DRAWN + 1
                && receipt.chars().allMatch(symbol -> Crockford.value((char) symbol) >= 0)
                && check(receipt.substring(0, DRAWN)) == Crockford.value(receipt.charAt(DRAWN));
    }

    private String drawNine() {
        StringBuilder drawn = new StringBuilder(DRAWN);
        for (int i = 0; i < DRAWN; i++) {
            drawn.append(Crockford.symbol(random.nextInt(Crockford.BASE)));
        }
        return drawn.toString();
    }

    private static int check(String symbols) {
        long number = symbols.chars()
                .mapToLong(symbol -> Crockford.value((char) symbol))
                .reduce(0, (sum, value) -> sum * Crockford.BASE + value);
        return (int) (number % MODULUS);
    }
}
