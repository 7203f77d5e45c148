package org.redress.journey.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the launcher tells other processes.
 *
 * @param processes process ids of the parts that have one, by the part's name
 * @param environment addresses, as the variables that tools read them from
 */
public record StateFile(Map<String, Long> processes, Map<String, String> environment) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the maps. */
    public StateFile {
        processes = Map.copyOf(processes);
        environment = Map.copyOf(environment);
    }

    static StateFile read(Path file) throws IOException {
        JsonNode state = JSON.readTree(Files.readString(file));
        Map<String, Long> processes = new HashMap<>();
        for (JsonNode part : state.path("parts")) {
            if (part.path("process").hasNonNull("pid")) {
                processes.put(
                        part.path("name").asString(),
                        part.path("process").path("pid").asLong());
            }
        }
        Map<String, String> environment = new HashMap<>();
        state.path("environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asString()));
        return new StateFile(processes, environment);
    }

    /** The living process of a part; empty while it has none. */
    public Optional<ProcessHandle> process(String part) {
        return Optional.ofNullable(processes.get(part))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive);
    }

    /** The value of a variable that the launcher gives to tools. */
    public String variable(String name) {
        return Optional.ofNullable(environment.get(name)).orElseThrow();
    }
}
