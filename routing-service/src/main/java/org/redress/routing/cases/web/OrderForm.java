package org.redress.routing.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;
import org.redress.platform.words.Characters;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order as the form on a case's page.
 *
 * @param name its name, in which its address ends
 * @param words what it is called
 * @param aside true for what does not lead the case on
 * @param open true where it is shown opened
 * @param fields its fields
 */
record OrderForm(String name, String words, boolean aside, boolean open, List<Field> fields) {

    /** Rows of a table that a form offers. */
    static final int ROWS = 3;

    /**
     * A field.
     *
     * @param id its id on the page, where several forms have fields of one name
     * @param name its name in the form; of a field in a row, with the row
     * @param label what it is called
     * @param field what it takes
     * @param choices what it may hold, where that is listed
     * @param chosen true where one of the listed is taken
     * @param value what was given
     * @param wrong what is wrong with that; absent where nothing is
     * @param rows the rows of a table
     */
    record Field(
            String id,
            String name,
            String label,
            OrderField field,
            List<Code> choices,
            boolean chosen,
            String value,
            @Nullable String wrong,
            List<List<Field>> rows) {}

    /** What a form holds, as the interface takes it: what is left blank is left out. */
    static ObjectNode body(OrderType type, MultiValueMap<String, String> given) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        type.fields().forEach(field -> put(body, field, field.name(), given));
        return body;
    }

    private static void put(ObjectNode body, OrderField field, String name, MultiValueMap<String, String> given) {
        if (field.kind() == OrderField.Kind.TABLE) {
            ArrayNode rows = rows(field, name, given);
            if (!rows.isEmpty()) {
                body.set(field.name(), rows);
            }
            return;
        }
        if (field.kind() == OrderField.Kind.LIST) {
            body.set(field.name(), list(given.getOrDefault(name, List.of())));
            return;
        }
        String value = value(name, given);
        if (Characters.isInvisible(value)) {
            return;
        }
        switch (field.kind()) {
            case NUMBER -> number(body, field.name(), value.strip());
            case FLAG -> body.put(field.name(), true);
            case LINE, CHOICE, DAY -> body.put(field.name(), value.strip());
            case TEXT, LIST, TABLE -> body.put(field.name(), value);
        }
    }

    private static ArrayNode rows(OrderField field, String name, MultiValueMap<String, String> given) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int row = 0; row < ROWS; row++) {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            for (OrderField part : field.parts()) {
                put(entry, part, name + "[" + row + "]." + part.name(), given);
            }
            if (!entry.isEmpty()) {
                rows.add(entry);
            }
        }
        return rows;
    }

    private static ArrayNode list(List<String> given) {
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        given.stream()
                .flatMap(line -> List.of(line.split("[\\s,，;；、]+")).stream())
                .filter(code -> !code.isEmpty())
                .forEach(codes::add);
        return codes;
    }

    /** What is no number is told to the interface as it stands, which says what is accepted. */
    private static void number(ObjectNode body, String name, String value) {
        if (value.matches("-?\\d{1,9}")) {
            body.put(name, Integer.parseInt(value));
        } else {
            body.put(name, value);
        }
    }

    /** Browsers send line ends as carriage return and line feed. */
    static String value(String name, MultiValueMap<String, String> given) {
        String value = given.getFirst(name);
        return value == null ? "" : value.replace("\r\n", "\n");
    }
}
