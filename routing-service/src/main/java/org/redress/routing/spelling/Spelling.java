package org.redress.routing.spelling;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Words in the one spelling in which they are compared: compatibility forms, case, accents, traditional characters, spaces
 * and invisible characters make no difference. What ends a clause stays, so that no word reaches over it.
 */
public final class Spelling {

    private static final String ENDS_OF_CLAUSES = ",:;!?、。";

    /** Letters that Unicode counts as such although nothing of them is seen. */
    private static final String FILLERS = "\u115f\u1160";

    private final String letters;
    private final BitSet starts;

    private Spelling(String letters, BitSet starts) {
        this.letters = letters;
        this.starts = starts;
    }

    /** The spelling of some words. */
    public static Spelling of(String words) {
        StringBuilder letters = new StringBuilder(words.length());
        BitSet starts = new BitSet();
        Normalizer.normalize(words, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(point -> !isInvisible(point))
                .forEach(point -> {
                    if (Character.isLetterOrDigit(point)) {
                        letters.appendCodePoint(Simplified.of(Character.toLowerCase(Character.toUpperCase(point))));
                    } else if (ENDS_OF_CLAUSES.indexOf(point) >= 0) {
                        letters.appendCodePoint(point);
                    } else {
                        starts.set(letters.length());
                    }
                });
        return new Spelling(letters.toString(), starts);
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> FILLERS.indexOf(point) >= 0;
        };
    }

    /** Its letters, digits and ends of clauses; a space between two words is only remembered. */
    public String letters() {
        return letters;
    }

    /** True where a word may start: Chinese ones anywhere, others not within letters. */
    public boolean startsWord(int at) {
        return at == 0 || starts.get(at) || !isSpelt(letters.charAt(at - 1)) || !isSpelt(letters.charAt(at));
    }

    /** True where a word may end. */
    public boolean endsWord(int at) {
        return at == letters.length() || startsWord(at);
    }

    /** True where a clause, or all of it, ends. */
    public boolean endsClause(int at) {
        return at == letters.length() || ENDS_OF_CLAUSES.indexOf(letters.charAt(at)) >= 0;
    }

    private static boolean isSpelt(char letter) {
        return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
    }

    /** What of it comes from a place on. */
    public Spelling from(int at) {
        return at == 0 ? this : new Spelling(letters.substring(at), starts.get(at, letters.length() + 1));
    }

    /** Lines as one: a word may go on in the next line. */
    public static Spelling joined(List<Spelling> lines) {
        StringBuilder letters = new StringBuilder();
        BitSet starts = new BitSet();
        for (Spelling line : lines) {
            int place = letters.length();
            starts.set(place);
            line.starts.stream().forEach(start -> starts.set(place + start));
            letters.append(line.letters);
        }
        return new Spelling(letters.toString(), starts);
    }
}
