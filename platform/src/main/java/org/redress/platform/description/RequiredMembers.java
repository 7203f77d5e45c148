package org.redress.platform.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Says of every answer which members it always has; of a body that is sent, validation says which it needs. */
@SuppressWarnings("rawtypes") // the library's own
final class RequiredMembers implements GlobalOpenApiCustomizer {

    private final RecordMembers records;

    RequiredMembers(RecordMembers records) {
        this.records = records;
    }

    @Override
    public void customise(OpenAPI description) {
        records.requireNamesOfTheirOwn();
        Map<String, Schema> schemas = description.getComponents().getSchemas();
        if (schemas == null || description.getPaths() == null) {
            return;
        }
        Set<String> sent = new HashSet<>();
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(RequiredMembers::bodies)
                .forEach(schema -> reach(schema, schemas, sent));
        schemas.forEach((name, schema) -> require(schema, sent.contains(name)));
    }

    private static Stream<Schema<?>> bodies(Operation operation) {
        Content content = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent();
        return content == null ? Stream.empty() : content.values().stream().map(media -> (Schema<?>) media.getSchema());
    }

    private static void reach(Schema<?> schema, Map<String, Schema> schemas, Set<String> reached) {
        String reference = schema.get$ref();
        if (reference != null) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (reached.add(name) && schemas.containsKey(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        parts(schema).filter(Objects::nonNull).forEach(part -> reach(part, schemas, reached));
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Collection<Schema> members = schema.getProperties() == null
                ? List.of()
                : schema.getProperties().values();
        return Stream.concat(Stream.of(schema.getItems()), members.stream().map(member -> (Schema<?>) member));
    }

    private static void require(Schema<?> schema, boolean sent) {
        List<String> present = RecordMembers.take(schema);
        if (!sent && schema.getProperties() != null) {
            Set<String> required = new TreeSet<>(present);
            required.retainAll(schema.getProperties().keySet());
            if (schema.getRequired() != null) {
                required.addAll(schema.getRequired());
            }
            schema.setRequired(required.isEmpty() ? null : List.copyOf(required));
        }
    }
}
