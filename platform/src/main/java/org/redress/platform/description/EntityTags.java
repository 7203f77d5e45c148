package org.redress.platform.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Describes the ETag of the answers that are {@link Versioned}. */
final class EntityTags implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.hasMethodAnnotation(Versioned.class)) {
            operation.getResponses().forEach(EntityTags::tag);
        }
        return operation;
    }

    private static void tag(String status, ApiResponse response) {
        if (status.startsWith("2")) {
            response.addHeaderObject(
                    HttpHeaders.ETAG,
                    new Header()
                            .description("Version of what is shown, to be sent as If-Match")
                            .schema(new StringSchema().example("\"7\"")));
        }
    }
}
