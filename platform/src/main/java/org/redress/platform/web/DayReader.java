package org.redress.platform.web;

import java.time.LocalDate;
import org.redress.platform.time.Moments;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads days: a moment is its day in the organisation's zone, and a number is no day. */
final class DayReader extends StdScalarDeserializer<LocalDate> {

    private final transient Moments moments;

    DayReader(Moments moments) {
        super(LocalDate.class);
        this.moments = moments;
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        LocalDate day = parser.hasToken(JsonToken.VALUE_STRING) ? moments.day(parser.getString()) : null;
        return day == null ? (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser) : day;
    }
}
