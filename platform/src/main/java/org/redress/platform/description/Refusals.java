package org.redress.platform.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.redress.platform.web.OpenPaths;
import org.redress.platform.web.ProblemDocument;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.util.AntPathMatcher;

/** Says of every operation whether it needs a token, and how the edge of every service may refuse it. */
final class Refusals implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = Components.COMPONENTS_SCHEMAS_REF + ProblemDocument.class.getSimpleName();
    private static final AntPathMatcher PATHS = new AntPathMatcher();

    private final List<OpenPaths> open;

    Refusals(List<OpenPaths> open) {
        this.open = List.copyOf(open);
    }

    @Override
    public void customise(OpenAPI description) {
        ModelConverters.getInstance(true)
                .readAll(ProblemDocument.class)
                .forEach(description.getComponents()::addSchemas);
        if (description.getPaths() != null) {
            description.getPaths().forEach(this::describe);
        }
    }

    private void describe(String path, PathItem item) {
        boolean needsToken = open.stream()
                .flatMap(paths -> paths.patterns().stream())
                .noneMatch(pattern -> PATHS.match(pattern, path));
        item.readOperations().forEach(operation -> {
            secure(operation, needsToken);
            refuse(operation, path.contains("{"));
            operation.getResponses().forEach(Refusals::asProblem);
        });
    }

    private static void secure(Operation operation, boolean needsToken) {
        SecurityRequirement token = new SecurityRequirement().addList(InterfaceHead.BEARER);
        operation.setSecurity(needsToken ? List.of(token) : List.of(new SecurityRequirement(), token));
        may(operation, "401", needsToken ? "There is no valid token" : "The token that was sent is not valid");
        if (needsToken) {
            may(operation, "403", "The token's roles do not allow this");
        }
    }

    private static void refuse(Operation operation, boolean namesThing) {
        boolean hasBody = operation.getRequestBody() != null;
        boolean hasParameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (hasBody || hasParameters) {
            may(operation, "400", "Something is missing, wrong or not understood; all of it is named");
        }
        if (namesThing) {
            may(operation, "404", "There is no such thing, or it is not the reader's to see");
        }
        if (hasBody) {
            may(operation, "413", "The body is too large");
            may(operation, "415", "The body is not application/json in UTF-8");
        }
        may(operation, "406", "The caller does not accept application/json; nothing was done");
        may(operation, "429", "Too many requests; Retry-After says when to come back");
        may(operation, "503", "Not possible right now; Retry-After says when to come back");
    }

    /** An operation that says more about it keeps its own words. */
    private static void may(Operation operation, String status, String why) {
        operation.getResponses().putIfAbsent(status, new ApiResponse().description(why));
    }

    private static void asProblem(String status, ApiResponse response) {
        if (status.startsWith("4") || status.startsWith("5")) {
            response.setContent(new Content()
                    .addMediaType(
                            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        }
    }
}
