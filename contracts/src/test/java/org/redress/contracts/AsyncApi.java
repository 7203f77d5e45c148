package org.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the topics, as a reader of it sees it. */
final class AsyncApi {

    private final JsonNode document;

    AsyncApi() {
        try (InputStream in = AsyncApi.class.getResourceAsStream("/asyncapi.yaml")) {
            document = JsonMapper.shared().valueToTree(new Yaml().<Object>load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode channels() {
        return document.get("channels");
    }

    JsonNode messages() {
        return document.at("/components/messages");
    }

    JsonNode document() {
        return document;
    }

    /** The node, or the one it refers to. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            return node;
        }
        JsonNode target = document.at(reference.asString().substring(1));
        assertThat(target.isMissingNode()).as("target of " + reference).isFalse();
        return target;
    }

    /** All properties of an object's schema, those of what it is composed of included. */
    Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        JsonNode resolved = resolve(schema);
        resolved.path("allOf").forEach(part -> properties.putAll(properties(part)));
        resolved.path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        return properties;
    }

    Set<String> required(JsonNode schema) {
        Set<String> required = new TreeSet<>();
        JsonNode resolved = resolve(schema);
        resolved.path("allOf").forEach(part -> required.addAll(required(part)));
        resolved.path("required").forEach(name -> required.add(name.asString()));
        return required;
    }

    /** What a validator finds wrong with a payload. */
    List<String> wrongWith(String message, JsonNode payload) {
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.putArray("allOf").add(messages().get(message).get("payload"));
        schema.set("components", document.get("components"));
        Schema validator =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
        return validator
                .validate(
                        payload, execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
