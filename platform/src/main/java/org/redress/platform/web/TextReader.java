package org.redress.platform.web;

import org.redress.platform.words.Characters;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** Reads texts that are whole: with half a character, or with control characters, they are none. */
final class TextReader extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        String fault = text == null ? null : Characters.fault(text);
        if (fault != null) {
            throw new BadTextException(parser, fault);
        }
        return text;
    }

    /** A text that is none, by a code of the message bundle. */
    static final class BadTextException extends DatabindException {

        private static final long serialVersionUID = 1L;

        private final String code;

        private BadTextException(JsonParser parser, String code) {
            super(parser, code);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
