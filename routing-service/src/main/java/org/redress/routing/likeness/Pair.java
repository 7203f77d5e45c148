package org.redress.routing.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two neighbours in a text, each a Chinese character or a word of letters: 搅拌站 has the pairs 搅拌 and 拌站. Pairs tell
 * Chinese texts apart without a dictionary, as n-grams do in retrieval. A number stands for any number.
 *
 * @param first the earlier of the two
 * @param second the later
 */
record Pair(String first, String second) {

    private static final String NUMBER = "0";

    /** In place of whatever parts sentences: nothing is a neighbour over it. */
    private static final String GAP = "";

    /** True when one of the two is a number or has a digit, such as a plate or an id, which no title tells. */
    boolean hasNumber() {
        return (first + second).chars().anyMatch(Character::isDigit);
    }

    /** As it stands in a text. */
    String text() {
        return beginning() + second;
    }

    /** What stands before the second. */
    String beginning() {
        return isHan(first.codePointAt(0)) || isHan(second.codePointAt(0)) ? first : first + " ";
    }

    /** What stands after the first. */
    String end() {
        return isHan(first.codePointAt(0)) || isHan(second.codePointAt(0)) ? second : " " + second;
    }

    /** Gives each pair of a text, as often as it stands there. */
    static void of(String text, Consumer<Pair> each) {
        List<String> signs = signs(text);
        for (int i = 1; i < signs.size(); i++) {
            String first = signs.get(i - 1);
            String second = signs.get(i);
            boolean numbers = first.equals(NUMBER) && second.equals(NUMBER);
            if (!first.equals(GAP) && !second.equals(GAP) && !numbers) {
                each.accept(new Pair(first, second));
            }
        }
    }

    private static List<String> signs(String text) {
        List<String> signs = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(sign -> {
            boolean han = isHan(sign);
            if (!han && Character.isLetterOrDigit(sign)) {
                word.appendCodePoint(sign);
                return;
            }
            end(word, signs);
            signs.add(han ? Character.toString(sign) : GAP);
        });
        end(word, signs);
        return signs;
    }

    private static void end(StringBuilder word, List<String> signs) {
        if (!word.isEmpty()) {
            signs.add(word.chars().allMatch(Character::isDigit) ? NUMBER : word.toString());
            word.setLength(0);
        }
    }

    private static boolean isHan(int sign) {
        return Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN;
    }
}
