package org.redress.platform.web;

import java.util.List;
import org.redress.platform.codes.Code;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
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
        List<String> written = Code.written(choices);
        int index = parser.hasToken(JsonToken.VALUE_STRING) ? written.indexOf(parser.getString()) : -1;
        if (index < 0) {
            throw new NoNameException(parser, String.join(", ", written));
        }
        return choices.getEnumConstants()[index];
    }

    /** A value that is none of the names. */
    static final class NoNameException extends DatabindException {

        private static final long serialVersionUID = 1L;

        private final String names;

        private NoNameException(JsonParser parser, String names) {
            super(parser, "no such name");
            this.names = names;
        }

        /** The names there are. */
        String names() {
            return names;
        }
    }
}
