package org.redress.routing.classification;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a text is made of, for learning: Han characters one by one and in twos, words of other scripts whole, and nothing
 * else: no numbers.
 */
final class Grams {

    private final List<String> found = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private String before = "";

    private Grams() {}

    /** How often the text has each. */
    static Map<String, Integer> counted(String text) {
        Grams grams = new Grams();
        Words.normal(text).codePoints().forEach(grams::next);
        grams.endWord();
        Map<String, Integer> counts = new LinkedHashMap<>();
        grams.found.forEach(gram -> counts.merge(gram, 1, Integer::sum));
        return counts;
    }

    static boolean isHan(int character) {
        return UnicodeScript.of(character) == UnicodeScript.HAN;
    }

    private void next(int character) {
        if (isHan(character)) {
            endWord();
            String here = Character.toString(character);
            found.add(here);
            if (!before.isEmpty()) {
                found.add(before + here);
            }
            before = here;
        } else {
            before = "";
            if (Character.isLetter(character)) {
                word.appendCodePoint(character);
            } else {
                endWord();
            }
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            found.add(word.toString());
            word.setLength(0);
        }
    }
}
