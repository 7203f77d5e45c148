package org.redress.routing.cases.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.InvalidRequestException;
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
 * @param written when what it holds was written, and what happened since; absent where nothing is kept of it
 */
record OrderForm(
        String name,
        String words,
        boolean aside,
        boolean open,
        List<Field> fields,
        @Nullable Written written) {

    /** Rows of a table that a form offers. */
    private static final int ROWS = 3;

    /** What stands in a list that is meant to be empty: a field that was left blank says nothing. */
    private static final String NOBODY = "-";

    private static final Pattern ENTRY = Pattern.compile("(\\w+)\\[(\\d{1,4})\\](.*)");

    /**
     * How a form came by what it holds.
     *
     * @param savedAt when it was kept, in words; absent for what was sent this moment
     * @param changes what others did to the case since its writer saw it, the latest first
     */
    record Written(@Nullable String savedAt, List<CaseSections.Line> changes) {}

    /** What a field says, in words. */
    record Said(String label, String words) {}

    /** What is written in it, field by field, for who cannot send it any more. */
    public List<Said> said() {
        return fields.stream()
                .flatMap(field ->
                        Stream.concat(Stream.of(field), field.rows().stream().flatMap(List::stream)))
                .filter(field -> !Characters.isInvisible(field.value()))
                .map(field -> new Said(field.label(), field.named()))
                .toList();
    }

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
            List<List<Field>> rows) {

        /** What it holds, by its name where that is one of a list. */
        String named() {
            return choices.stream()
                    .filter(choice -> choice.code().equals(value))
                    .findFirst()
                    .map(Code::name)
                    .orElse(value);
        }
    }

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
            ArrayNode codes = list(given.getOrDefault(name, List.of()));
            boolean nobody = codes.size() == 1 && codes.get(0).asString().equals(NOBODY);
            if (!codes.isEmpty()) {
                body.set(field.name(), nobody ? JsonNodeFactory.instance.arrayNode() : codes);
            }
            return;
        }
        if (given.getOrDefault(name, List.of()).size() > 1) {
            throw new InvalidRequestException(List.of(new FieldProblem(name, "field.duplicate", null)));
        }
        String value = value(name, given);
        if (Characters.isInvisible(value)) {
            return;
        }
        switch (field.kind()) {
            case NUMBER -> number(body, field.name(), value.strip());
            case FLAG -> flag(body, field.name(), value.strip());
            case LINE, CHOICE, DAY -> body.put(field.name(), value.strip());
            case TEXT, LIST, TABLE -> body.put(field.name(), value);
        }
    }

    private static ArrayNode rows(OrderField field, String name, MultiValueMap<String, String> given) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int row : filled(field, given)) {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            for (OrderField part : field.parts()) {
                put(entry, part, name + "[" + row + "]." + part.name(), given);
            }
            rows.add(entry);
        }
        return rows;
    }

    /** The rows with something in them: a row that was left blank is none. */
    private static List<Integer> filled(OrderField table, MultiValueMap<String, String> given) {
        return IntStream.rangeClosed(0, table.longest())
                .filter(row -> table.parts().stream()
                        .anyMatch(part ->
                                !Characters.isInvisible(value(table.name() + "[" + row + "]." + part.name(), given))))
                .boxed()
                .toList();
    }

    /** How many rows of a table are offered: a few, and what was sent. */
    static int rows(OrderField table, MultiValueMap<String, String> given) {
        return Math.max(
                ROWS,
                filled(table, given).stream().mapToInt(row -> row + 1).max().orElse(0));
    }

    /**
     * A refusal with what is wrong at the fields of the form: the interface counts the rows that are filled, and names each
     * entry of a list.
     */
    static FormRefusal atItsFields(OrderType type, MultiValueMap<String, String> given, FormRefusal refusal) {
        Map<String, String> fields = new LinkedHashMap<>();
        refusal.fields().forEach((name, problem) -> fields.putIfAbsent(place(type, given, name), problem));
        return new FormRefusal(refusal.sentence(), fields);
    }

    private static String place(OrderType type, MultiValueMap<String, String> given, String name) {
        Matcher entry = ENTRY.matcher(name);
        if (!entry.matches()) {
            return name;
        }
        return type.fields().stream()
                .filter(field -> field.name().equals(entry.group(1)))
                .findFirst()
                .map(field -> {
                    int index = Integer.parseInt(entry.group(2));
                    List<Integer> rows = filled(field, given);
                    return field.kind() != OrderField.Kind.TABLE || index >= rows.size()
                            ? field.name()
                            : field.name() + "[" + rows.get(index) + "]" + entry.group(3);
                })
                .orElse(name);
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
        if (value.matches("-?\\d{1,18}")) {
            body.put(name, Long.parseLong(value));
        } else {
            body.put(name, value);
        }
    }

    private static void flag(ObjectNode body, String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            body.put(name, value.equals("true"));
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
