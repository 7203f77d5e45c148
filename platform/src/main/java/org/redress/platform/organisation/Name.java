package org.redress.platform.organisation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What something is called.
 *
 * @param chinese in Chinese, or in the one language the organisation gave it a name in
 * @param english in English; absent where it has no such name
 */
public record Name(String chinese, @Nullable String english) {

    /** In the language of a reader, as far as there is one. */
    public String in(Locale locale) {
        boolean reads = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return reads || english == null ? chinese : english;
    }
}
