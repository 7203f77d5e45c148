package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.redress.routing.learning.SparseVector;

/** The grams that texts are compared by, in the subject and in the text apart, each with its rarity. */
final class Vocabulary {

    private static final double SUBJECT = 0.7;
    private static final double TEXT = 1;

    private final Field subject;
    private final Field text;

    Vocabulary(Field subject, Field text) {
        this.subject = subject;
        this.text = text;
    }

    /**
     * The grams of one field.
     *
     * @param first place of its first gram in the vector
     * @param places place of each gram, from {@code first} on
     * @param rarities how much each counts, from 1 for what every text has, in the order of places
     */
    record Field(int first, Map<String, Integer> places, List<Float> rarities) {

        /** The field with grams that at least so many writers used, or that a name has. */
        static Field of(
                List<LabelledText> texts,
                List<LabelledText> names,
                Function<LabelledText, String> part,
                int first,
                int least) {
            Map<String, Set<String>> writers = new LinkedHashMap<>();
            Map<String, Integer> frequencies = new HashMap<>();
            for (LabelledText text : texts) {
                for (String gram : Grams.counted(part.apply(text)).keySet()) {
                    writers.computeIfAbsent(gram, key -> new HashSet<>()).add(text.writer());
                    frequencies.merge(gram, 1, Integer::sum);
                }
            }
            Set<String> grams = new LinkedHashSet<>();
            writers.forEach((gram, different) -> {
                if (different.size() >= least) {
                    grams.add(gram);
                }
            });
            names.forEach(name -> grams.addAll(Grams.counted(part.apply(name)).keySet()));
            Map<String, Integer> places = new HashMap<>();
            List<Float> rarities = new ArrayList<>();
            for (String gram : grams) {
                places.put(gram, first + places.size());
                rarities.add(rarity(texts.size(), frequencies.getOrDefault(gram, 0)));
            }
            return new Field(first, places, List.copyOf(rarities));
        }

        /** Inverse document frequency, squared: what many topics have in common drowns what tells them apart. */
        private static float rarity(int texts, int frequency) {
            double rarity = 1 + Math.log((1.0 + texts) / (1.0 + frequency));
            return (float) (rarity * rarity);
        }

        /** Adds its part of a vector, of that length, or 0 without a gram it knows. */
        void addTo(Map<Integer, Double> components, String text, double length) {
            Map<Integer, Double> own = new HashMap<>();
            Grams.counted(text).forEach((gram, count) -> {
                Integer place = places.get(gram);
                if (place != null) {
                    own.put(place, Math.sqrt(count) * rarities.get(place - first));
                }
            });
            double all = Math.sqrt(
                    own.values().stream().mapToDouble(value -> value * value).sum());
            own.forEach((place, value) -> components.put(place, length * value / all));
        }
    }

    /** Of these texts and names: grams that at least so many writers used, or that a name has. */
    static Vocabulary of(List<LabelledText> texts, List<LabelledText> names, int least) {
        Field subject = Field.of(texts, names, LabelledText::subject, 0, least);
        return new Vocabulary(
                subject,
                Field.of(texts, names, LabelledText::text, subject.places().size(), least));
    }

    /** A petition as the grams it has. */
    SparseVector vector(String subjectText, String textText) {
        Map<Integer, Double> components = components(true, subjectText);
        components.putAll(components(false, textText));
        return SparseVector.of(components);
    }

    /** The part of the subject alone, or of the text alone. */
    Map<Integer, Double> components(boolean ofSubject, String words) {
        Map<Integer, Double> components = new HashMap<>();
        (ofSubject ? subject : text).addTo(components, words, ofSubject ? SUBJECT : TEXT);
        return components;
    }

    Field subject() {
        return subject;
    }

    Field text() {
        return text;
    }
}
