package org.redress.contracts;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Names of what stands in events, in words that people read. */
public final class Words {

    private static final String BUNDLE = "org.redress.contracts.words";

    private Words() {}

    /**
     * The name of a value; empty where it has none.
     *
     * @param kind what kind of value it is, such as {@code clock}
     * @param value the value as it is written in events
     * @param locale in which language: Chinese, or English for all others
     */
    public static Optional<String> name(String kind, String value, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String key = kind + "." + value;
        return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
    }
}
