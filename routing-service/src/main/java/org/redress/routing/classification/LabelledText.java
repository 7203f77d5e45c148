package org.redress.routing.classification;

/**
 * A petition whose topic is known.
 *
 * @param writer tells writers apart: terms of few writers are not learned; any text
 * @param subject its subject
 * @param text its text
 * @param topic code or name of its topic
 */
public record LabelledText(String writer, String subject, String text, String topic) {

    /** The same for every copy, however wide or large its letters are. */
    String content() {
        return Words.normal(subject + "\n" + text);
    }
}
