package org.redress.routing.classification;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.redress.routing.classification.Vocabulary.Field;
import org.redress.routing.learning.Calibration;
import org.redress.routing.learning.LinearModel;

/** A learned classifier as bytes, to be kept: compressed, with the number of the form first. */
public final class ClassifierBytes {

    private static final int FORM = 1;

    private ClassifierBytes() {}

    /** Writes it. */
    public static byte[] write(TopicClassifier classifier) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORM);
            out.writeInt(classifier.topics().size());
            for (String topic : classifier.topics()) {
                out.writeUTF(topic);
            }
            out.writeDouble(classifier.calibration().sharpness());
            out.writeDouble(classifier.threshold());
            write(out, classifier.vocabulary().subject());
            write(out, classifier.vocabulary().text());
            write(out, classifier.model());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Field field) throws IOException {
        out.writeInt(field.first());
        out.writeInt(field.places().size());
        for (Map.Entry<String, Integer> place : field.places().entrySet()) {
            out.writeUTF(place.getKey());
            out.writeInt(place.getValue());
        }
        for (float rarity : field.rarities()) {
            out.writeFloat(rarity);
        }
    }

    private static void write(DataOutputStream out, LinearModel model) throws IOException {
        for (float bias : model.biases()) {
            out.writeFloat(bias);
        }
        out.writeInt(model.weights().getFirst().length);
        for (float[] weights : model.weights()) {
            for (float weight : weights) {
                out.writeFloat(weight);
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it has another form
     */
    public static TopicClassifier read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int form = in.readInt();
            if (form != FORM) {
                throw new IllegalArgumentException("a classifier of form " + form + ", not " + FORM);
            }
            List<String> topics = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                topics.add(in.readUTF());
            }
            Calibration calibration = new Calibration(in.readDouble());
            double threshold = in.readDouble();
            Vocabulary vocabulary = new Vocabulary(field(in), field(in));
            return new TopicClassifier(topics, vocabulary, model(in, topics.size()), calibration, threshold);
        } catch (IOException e) {
            throw new IllegalArgumentException("no classifier, or not all of it", e);
        }
    }

    private static Field field(DataInputStream in) throws IOException {
        int first = in.readInt();
        int size = in.readInt();
        Map<String, Integer> places = new HashMap<>();
        for (int left = size; left > 0; left--) {
            places.put(in.readUTF(), in.readInt());
        }
        List<Float> rarities = new ArrayList<>();
        for (int left = size; left > 0; left--) {
            rarities.add(in.readFloat());
        }
        return new Field(first, places, List.copyOf(rarities));
    }

    private static LinearModel model(DataInputStream in, int classes) throws IOException {
        List<Float> biases = new ArrayList<>();
        for (int left = classes; left > 0; left--) {
            biases.add(in.readFloat());
        }
        int width = in.readInt();
        List<float[]> weights = new ArrayList<>();
        for (int left = classes; left > 0; left--) {
            float[] own = new float[width];
            for (int at = 0; at < width; at++) {
                own[at] = in.readFloat();
            }
            weights.add(own);
        }
        return new LinearModel(weights, biases);
    }
}
