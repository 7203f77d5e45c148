package org.redress.routing.classification;

import java.text.Normalizer;
import java.util.Locale;

/** Brings texts and terms into one form, so that width and case make no difference. */
final class Words {

    private Words() {}

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
