package org.redress.routing.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Traditional characters and their simplified forms; which of several is taken does not matter where both sides take it. */
final class Simplified {

    private static final Map<Integer, Integer> FORMS = read();

    private Simplified() {}

    static int of(int character) {
        int simpler = FORMS.getOrDefault(character, character);
        return FORMS.getOrDefault(simpler, simpler);
    }

    /** All of them, by the traditional character. */
    static Map<Integer, Integer> forms() {
        return Map.copyOf(FORMS);
    }

    private static Map<Integer, Integer> read() {
        try (InputStream file =
                Objects.requireNonNull(Simplified.class.getResourceAsStream("/characters/simplified.txt"))) {
            Map<Integer, Integer> forms = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.codePoints().toArray())
                    .forEach(pair -> forms.put(pair[0], pair[1]));
            return forms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
