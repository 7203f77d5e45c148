package org.redress.platform.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.platform.limits.RequestLimits;
import org.redress.platform.web.OpenPaths;
import org.redress.platform.web.ProblemDocument;
import org.redress.platform.web.WebSettings;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.util.AntPathMatcher;

/** Says of every operation whether it needs a token, and how the edge of every service may refuse it. */
final class Refusals implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = Components.COMPONENTS_SCHEMAS_REF + ProblemDocument.class.getSimpleName();
    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final String KEY = "Idempotency-Key";

    private final List<OpenPaths> open;
    private final WebSettings settings;
    private final RequestLimits limits;

    Refusals(List<OpenPaths> open, WebSettings settings, RequestLimits limits) {
        this.open = List.copyOf(open);
        this.settings = settings;
        this.limits = limits;
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
            refuseByHeaders(operation);
            limit(operation, path);
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
        // What an operation takes no parameter or body for is refused with one.
        may(operation, "400", "Something is missing, wrong or not understood; all of it is named");
        if (namesThing) {
            may(operation, "404", "There is no such thing, or it is not the reader's to see");
        }
        may(operation, "406", "The caller does not accept application/json; nothing was done");
        may(operation, "503", "Not possible right now; Retry-After says when to come back");
    }

    /** What a header is for says how it may fail. */
    private static void refuseByHeaders(Operation operation) {
        header(operation, HttpHeaders.IF_MATCH).ifPresent(version -> {
            version.setRequired(true);
            version.setSchema(
                    new StringSchema().pattern("^(W/)?\"[0-9]{1,18}\"$").example("\"7\""));
            may(operation, "412", "It was changed since the version of If-Match");
            may(operation, "428", "If-Match is missing");
        });
        header(operation, KEY)
                .ifPresent(key -> may(operation, "422", "The Idempotency-Key was used for another request"));
    }

    private static Optional<Parameter> header(Operation operation, String name) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .filter(parameter -> "header".equals(parameter.getIn()) && name.equals(parameter.getName()))
                .findFirst();
    }

    private void limit(Operation operation, String path) {
        if (operation.getRequestBody() != null) {
            long seconds = settings.bodyTime().toSeconds();
            may(operation, "408", "The body took longer than " + seconds + " s to arrive");
            may(operation, "413", "The body is larger than " + settings.bodyLimitOf(path) / 1024 + " KB");
            may(operation, "415", "The body is not application/json in UTF-8");
        }
        may(operation, "429", "Too many requests; Retry-After says when to come back");
        String rates = limits.words(path);
        operation.getResponses().forEach((status, response) -> {
            if (status.equals("429") && !rates.isEmpty()) {
                response.setDescription(response.getDescription() + ". Taken are at most " + rates);
            }
            if (status.equals("429") || status.equals("503")) {
                response.addHeaderObject(
                        HttpHeaders.RETRY_AFTER,
                        new Header()
                                .description("Seconds until it may be tried again")
                                .schema(new IntegerSchema().minimum(BigDecimal.ONE)));
            }
        });
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
