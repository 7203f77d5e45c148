package org.redress.platform.web;

import java.util.List;
import org.redress.platform.codes.Code;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a value of an enumeration by its written name: lower case with hyphens.
 *
 * @param <E> the enumeration
 */
public final class NameReader<E extends Enum<E>> extends StdDeserializer<E> {

    private final Class<E> choices;

    /** Of that enumeration. */
    public NameReader(Class<E> choices) {
        super(choices);
        this.choices = choices;
    }

    @Override
    public E deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return choices.cast(context.handleUnexpectedToken(choices, parser));
        }
        String given = parser.getString();
        List<String> written = Code.written(choices);
        int index = written.indexOf(given);
        return index < 0
                ? choices.cast(context.handleWeirdStringValue(choices, given, "no name of %s", choices.getSimpleName()))
                : choices.getEnumConstants()[index];
    }
}
