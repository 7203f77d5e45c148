package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The descriptions of the interfaces say what a generated client needs to know. */
class DescriptionsTest extends Journey {

    // What ECMA-262, by which descriptions are read, knows nothing of.
    private static final Pattern JAVA_ONLY = Pattern.compile("\\\\[AGHQRVXZhz]|\\(\\?[a-z>]|[+*?]\\+");
    private static final List<String> SERVICES = List.of("intake", "routing", "notification", "analytics");

    @Test
    void sayOfEveryOperationWhatAClientNeeds() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String service : SERVICES) {
            JsonNode description = stack.get(service, "/v3/api-docs", "").json();
            assertThat(description.path("info").path("title").asString()).isEqualTo("Redress " + service);
            List<String> names = new ArrayList<>();
            description
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(operation -> {
                        String place = service + " " + operation.getKey() + " " + path.getKey() + " ";
                        names.add(operation.getValue().path("operationId").asString());
                        look(path.getKey(), operation.getValue()).forEach(fault -> wrong.add(place + fault));
                    }));
            assertThat(names).doesNotHaveDuplicates().noneMatch(name -> name.contains("_"));
            description.path("components").path("schemas").properties().forEach(schema -> {
                if (schema.getValue().toString().contains("x-present")) {
                    wrong.add(service + " " + schema.getKey() + " keeps x-present");
                }
                JsonNode next = schema.getValue().path("properties").path("next");
                if (!next.isMissingNode() && !next.path("type").toString().contains("null")) {
                    wrong.add(service + " " + schema.getKey() + " says nothing of a last page");
                }
                schema.getValue().path("properties").properties().stream()
                        .filter(member -> JAVA_ONLY
                                .matcher(member.getValue().path("pattern").asString(""))
                                .find())
                        .forEach(member ->
                                wrong.add(service + " " + member.getKey() + " has a pattern of Java's alone"));
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void areNoneWhereThereIsNone() {
        assertThat(stack.get("routing", "/v3/api-docs/swagger-config", "").status())
                .isEqualTo(404);
    }

    private static List<String> look(String path, JsonNode operation) {
        List<String> faults = new ArrayList<>();
        if (path.startsWith("/internal")) {
            faults.add("is no interface for others");
        }
        if (operation.path("security").isMissingNode()) {
            faults.add("says nothing of tokens");
        }
        if (operation.path("summary").asString("").isBlank()) {
            faults.add("has no summary");
        }
        operation.path("responses").properties().forEach(response -> {
            String type = String.join(" ", response.getValue().path("content").propertyNames());
            String expected = response.getKey().startsWith("2") ? "application/json" : "application/problem+json";
            boolean text = response.getKey().equals("200") && type.startsWith("text/plain");
            if (!type.equals(expected) && !text && !type.isEmpty()) {
                faults.add(response.getKey() + " is " + type);
            }
            if (response.getValue().path("description").asString("").isBlank()) {
                faults.add(response.getKey() + " is not described");
            }
        });
        boolean versioned =
                operation.path("parameters").findValuesAsString("name").contains("If-Match");
        boolean keyed = operation.path("parameters").findValuesAsString("name").contains("Idempotency-Key");
        Stream.of(
                        List.of("400", "401", "406", "429", "503"),
                        versioned ? List.of("412", "428") : List.<String>of(),
                        keyed ? List.of("422") : List.<String>of())
                .flatMap(List::stream)
                .filter(status -> operation.path("responses").path(status).isMissingNode())
                .forEach(status -> faults.add("lacks " + status));
        if (operation
                .path("responses")
                .path("429")
                .path("headers")
                .path("Retry-After")
                .isMissingNode()) {
            faults.add("does not say when to come back");
        }
        return faults;
    }
}
