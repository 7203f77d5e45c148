package org.redress.platform.codes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * A code of a list, which stands in requests and answers.
 *
 * @param code the code
 * @param name its name, in the reader's language where it has one in each
 * @param parent code of the one above in the same list; absent at the top and in lists that are no trees
 */
public record Code(String code, String name, @Nullable String parent) {

    /**
     * The values of an enumeration, in order.
     *
     * @param list name of the list: the words {@code <list>.<code>} of the contracts name its codes
     */
    public static List<Code> of(Class<? extends Enum<?>> choices, String list, MessageSource messages, Locale locale) {
        return written(choices).stream()
                .map(code -> new Code(code, messages.getMessage(list + "." + code, null, locale), null))
                .toList();
    }

    /** The written names of an enumeration's values: lower case with hyphens. */
    public static List<String> written(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
