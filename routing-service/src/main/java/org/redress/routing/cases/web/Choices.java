package org.redress.routing.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.configuration.Names;

/** Reads names out of an enumeration. */
final class Choices {

    private Choices() {}

    /**
     * The value of that name.
     *
     * @throws InvalidRequestException when there is none, with those there are
     */
    static <E extends Enum<E>> E of(Class<E> choices, String field, String given) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> Names.of(choice).equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        List.of(new FieldProblem(field, "field.invalid", accepted(choices)))));
    }

    /**
     * One of a few words, or the other one where nothing is given.
     *
     * @throws InvalidRequestException when it is none of them, with those there are
     */
    static String of(List<String> choices, String field, String given, String otherwise) {
        if (!given.isEmpty() && !choices.contains(given)) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(field, "field.invalid", String.join(", ", choices))));
        }
        return given.isEmpty() ? otherwise : given;
    }

    /** All values with their names in the reader's language, for a form. */
    static List<Code> all(Class<ContactPurpose> choices, CaseRows rows, Locale locale) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> new Code(Names.of(choice), rows.word("contact-purpose", choice, locale), null))
                .toList();
    }

    private static <E extends Enum<E>> String accepted(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "));
    }
}
