package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The descriptions of the interfaces say what a generated client needs to know. */
class DescriptionsTest extends Journey {

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
            });
        }
        assertThat(wrong).isEmpty();
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
        List.of("401", "406", "429", "503").stream()
                .filter(status -> operation.path("responses").path(status).isMissingNode())
                .forEach(status -> faults.add("lacks " + status));
        return faults;
    }
}
