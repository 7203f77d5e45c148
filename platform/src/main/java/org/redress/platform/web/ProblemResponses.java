package org.redress.platform.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes every refusal of every interface as the problem document that it is. */
final class ProblemResponses implements GlobalOpenApiCustomizer {

    private static final String REFERENCE = Components.COMPONENTS_SCHEMAS_REF + ProblemDocument.class.getSimpleName();

    @Override
    public void customise(OpenAPI description) {
        if (description.getComponents() == null) {
            description.setComponents(new Components());
        }
        ModelConverters.getInstance().readAll(ProblemDocument.class).forEach(description.getComponents()::addSchemas);
        if (description.getPaths() != null) {
            description.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ProblemResponses::describe);
        }
    }

    private static void describe(Operation operation) {
        if (operation.getResponses() != null) {
            operation.getResponses().entrySet().stream()
                    .filter(response -> response.getKey().startsWith("4")
                            || response.getKey().startsWith("5"))
                    .map(Map.Entry::getValue)
                    .forEach(response -> response.setContent(content()));
        }
    }

    private static Content content() {
        return new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(new Schema<>().$ref(REFERENCE)));
    }
}
