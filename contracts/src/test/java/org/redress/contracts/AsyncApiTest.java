package org.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds the description of the topics and the code together. */
class AsyncApiTest {

    private final AsyncApi api = new AsyncApi();

    static Set<String> wireTypes() {
        return EventCodec.types().keySet();
    }

    @Test
    void describesEachTopicAndItsDeadLetters() {
        Set<String> names = new TreeSet<>();
        for (Topic topic : Topic.values()) {
            names.add(topic.topicName());
            names.add(topic.deadLetterName());
        }

        assertThat(api.channels()
                        .valueStream()
                        .map(channel -> channel.get("address").asString()))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @EnumSource
    void describesATopicAsItIsCreated(Topic topic) {
        JsonNode channel = api.channels().get(topic.topicName());
        JsonNode kafka = channel.at("/bindings/kafka");

        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(kafka.get("topicConfiguration").get("retention.ms").asLong()).isEqualTo(topic.retentionMillis());
        assertThat(channel.get("messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        topic.events().stream().map(EventCodec::typeOf).toList());
        channel.get("messages")
                .properties()
                .forEach(message -> assertThat(
                                api.resolve(message.getValue()).get("name").asString())
                        .isEqualTo(message.getKey()));
    }

    @Test
    void describesTheHeadersOfEachMessage() {
        for (String wireType : wireTypes()) {
            JsonNode message = api.messages().get(wireType);
            JsonNode headers = api.resolve(message.get("traits").get(0)).get("headers");
            assertThat(api.required(headers))
                    .containsExactlyInAnyOrder("eventId", "aggregateId", "type", "sequence", "epoch");
        }
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void describesTheFieldsOfAMessage(String wireType) {
        compare(EventCodec.types().get(wireType), api.messages().get(wireType).get("payload"), wireType);
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void acceptsTheGoldenSample(String wireType) {
        JsonNode sample = GoldenSamplesTest.sample(wireType);

        assertThat(api.wrongWith(wireType, sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void refusesAMessageThatLacksARequiredField(String wireType) {
        for (String field : api.required(api.messages().get(wireType).get("payload"))) {
            ObjectNode broken = (ObjectNode) GoldenSamplesTest.sample(wireType);
            broken.remove(field);
            assertThat(api.wrongWith(wireType, broken)).as("without " + field).isNotEmpty();
        }
    }

    @Test
    void refusesAWrongTypeAndAWrongDate() {
        ObjectNode wrongType = (ObjectNode) GoldenSamplesTest.sample("case.accepted.v1");
        wrongType.put("deemed", "no");
        ObjectNode wrongDate = (ObjectNode) GoldenSamplesTest.sample("case.accepted.v1");
        wrongDate.put("acceptedOn", "22.09.2026");

        assertThat(api.wrongWith("case.accepted.v1", wrongType)).isNotEmpty();
        assertThat(api.wrongWith("case.accepted.v1", wrongDate)).isNotEmpty();
    }

    @Test
    void refersOnlyToWhatIsThere() {
        api.document()
                .findValues("$ref")
                .forEach(reference ->
                        api.resolve(JsonMapper.shared().createObjectNode().set("$ref", reference)));
    }

    /** Compares names, nullness and types, down into nested records. */
    private void compare(Class<?> type, JsonNode schema, String path) {
        Map<String, RecordComponent> components = components(type);
        Map<String, JsonNode> properties = api.properties(schema);

        assertThat(properties.keySet()).as("fields of " + path).isEqualTo(components.keySet());
        assertThat(api.required(schema))
                .as("required fields of " + path)
                .isEqualTo(components.entrySet().stream()
                        .filter(component -> !isNullable(component.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
        components.forEach(
                (name, component) -> compareType(component.getGenericType(), properties.get(name), path + "." + name));
    }

    private void compareType(Type type, JsonNode property, String path) {
        JsonNode schema = api.resolve(property);
        if (type instanceof ParameterizedType list) {
            assertThat(list.getRawType()).as(path).isEqualTo(List.class);
            assertThat(schema.get("type").asString()).as(path).isEqualTo("array");
            compareType(list.getActualTypeArguments()[0], schema.get("items"), path + "[]");
        } else if (type instanceof Class<?> record && record.isRecord()) {
            compare(record, schema, path);
        } else {
            assertThat(kind(schema)).as(path).isEqualTo(kind((Class<?>) type));
            if (type instanceof Class<?> named && named.isEnum()) {
                assertThat(schema.get("enum").valueStream().map(JsonNode::asString))
                        .as(path)
                        .containsExactly(Arrays.stream(named.getEnumConstants())
                                .map(Object::toString)
                                .toArray(String[]::new));
            }
        }
    }

    private static String kind(JsonNode schema) {
        String detail =
                schema.path("format").asString(schema.path("contentEncoding").asString(""));
        return schema.get("type").asString() + (detail.isEmpty() ? "" : "/" + detail);
    }

    private static String kind(Class<?> type) {
        if (type == Instant.class) {
            return "string/date-time";
        }
        if (type == LocalDate.class) {
            return "string/date";
        }
        if (type == byte[].class) {
            return "string/base64";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "integer";
        }
        if (type == double.class) {
            return "number";
        }
        return type == boolean.class || type == Boolean.class ? "boolean" : "string";
    }

    private static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                components.putAll(components(component.getType()));
            } else {
                components.put(component.getName(), component);
            }
        }
        return components;
    }

    private static boolean isNullable(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }
}
