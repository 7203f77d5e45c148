package org.redress.routing.spelling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the same words in the ways people, their telephones and their spreadsheets do. */
public final class Layouts {

    private static final List<String> BETWEEN = List.of(
            " ",
            "\u3000",
            "\u00a0",
            "\u2009",
            "\u200b",
            "\u200d",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\u034f",
            "\u180e",
            "\ufe0f",
            "\udb40\udd00",
            "\u3164",
            "\n",
            "·",
            "•",
            "-",
            "_",
            "*");
    private static final Map<Integer, List<Integer>> TRADITIONAL = traditional();

    private final Random random;

    /** Layouts by chance, the same for the same seed. */
    public Layouts(Random random) {
        this.random = random;
    }

    private static Map<Integer, List<Integer>> traditional() {
        Map<Integer, List<Integer>> forms = new HashMap<>();
        Simplified.forms()
                .forEach((traditional, simplified) -> forms.computeIfAbsent(simplified, key -> new ArrayList<>())
                        .add(traditional));
        return forms;
    }

    /** The words as somebody wrote them. */
    public String of(String words) {
        StringBuilder written = new StringBuilder();
        int[] points = words.codePoints().toArray();
        for (int point : points) {
            if (!written.isEmpty() && random.nextInt(3) == 0) {
                written.append(any(BETWEEN));
            }
            written.appendCodePoint(form(point));
        }
        return written.toString();
    }

    private int form(int point) {
        return switch (random.nextInt(4)) {
            case 0 -> any(TRADITIONAL.getOrDefault(point, List.of(point)));
            case 1 -> random.nextBoolean() ? Character.toUpperCase(point) : Character.toLowerCase(point);
            case 2 -> point > ' ' && point < 0x7f ? point + 0xfee0 : point;
            default -> point;
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
