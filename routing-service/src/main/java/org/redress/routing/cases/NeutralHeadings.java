package org.redress.routing.cases;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.redress.routing.organisation.Editions;
import org.redress.routing.spelling.Spelling;

/**
 * Looks whether a heading 事由 gives anything of its case away: it stands unsealed, in lists. Both sides are compared in one
 * spelling, so that spaces, width, case and traditional characters hide nothing.
 */
public final class NeutralHeadings {

    /** So many characters in a row may be the petitioner's own: the name of a place or a thing. */
    private static final int QUOTED = 12;

    /** 〇 is no letter to Unicode: it is looked for as 零. */
    private static final Pattern NUMBER = Pattern.compile("[\\d零一二三四五六七八九幺]{7,}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ENDS_OF_CLAUSES = Pattern.compile("[^\\p{L}\\p{N}]");

    private final SealedTexts texts;
    private final Editions editions;

    NeutralHeadings(SealedTexts texts, Editions editions) {
        this.texts = texts;
        this.editions = editions;
    }

    /** The rule that a heading would break; empty when it gives nothing away. What is opened for that is written down. */
    public Optional<HeadingRule> brokenBy(String heading, PetitionCase petitionCase) {
        Spelling words = Spelling.of(heading);
        String addressed = petitionCase.registration().petition().addressed();
        if (editions.active().accusations().mayTellOf(heading, addressed)) {
            return Optional.of(HeadingRule.HEADING_NAMES_AN_OFFICER);
        }
        if (NUMBER.matcher(Spelling.of(heading.replace('〇', '零')).letters()).find()) {
            return Optional.of(HeadingRule.HEADING_HOLDS_A_NUMBER);
        }
        if (texts.petitionersNames(petitionCase).stream().anyMatch(name -> isNamed(name, words))) {
            return Optional.of(HeadingRule.HEADING_NAMES_THE_PETITIONER);
        }
        return texts.petitionersWords(petitionCase).stream().anyMatch(said -> isQuoted(heading, said))
                ? Optional.of(HeadingRule.HEADING_QUOTES_THE_PETITIONER)
                : Optional.empty();
    }

    /** A name of one letter is part of too many words. */
    private static boolean isNamed(String name, Spelling words) {
        String letters = Spelling.of(name).letters();
        int at = letters.length() > 1 ? words.letters().indexOf(letters) : -1;
        while (at >= 0 && !(words.startsWord(at) && words.endsWord(at + letters.length()))) {
            at = words.letters().indexOf(letters, at + 1);
        }
        return at >= 0;
    }

    /** True when more than a few characters in a row stand in the petitioner's words too. */
    static boolean isQuoted(String heading, String words) {
        int[] points = plain(heading).codePoints().toArray();
        String said = plain(words);
        return IntStream.rangeClosed(0, points.length - QUOTED - 1)
                .mapToObj(from -> new String(points, from, QUOTED + 1))
                .anyMatch(said::contains);
    }

    private static String plain(String words) {
        return ENDS_OF_CLAUSES.matcher(Spelling.of(words).letters()).replaceAll("");
    }
}
