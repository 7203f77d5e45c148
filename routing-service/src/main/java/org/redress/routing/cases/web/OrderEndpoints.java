package org.redress.routing.cases.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Gives each kind of order an address of its own at the interface, and describes it by its record. */
@Component
@org.springframework.core.annotation.Order(0)
class OrderEndpoints implements SmartInitializingSingleton, GlobalOpenApiCustomizer {

    static final String CASE = "/api/cases/{petitionId}/";

    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

    private final RequestMappingHandlerMapping mappings;

    OrderEndpoints(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Method handler = Arrays.stream(ReflectionUtils.getDeclaredMethods(OrderController.class))
                .filter(method -> method.getName().equals("take"))
                .findFirst()
                .orElseThrow();
        OrderType.ALL.forEach(type -> mappings.registerMapping(mapping(type), "orderController", handler));
    }

    private RequestMappingInfo mapping(OrderType type) {
        RequestMappingInfo mapping = RequestMappingInfo.paths(CASE + type.name())
                .methods(RequestMethod.POST)
                .consumes(JSON)
                .produces(JSON)
                .options(mappings.getBuilderConfiguration())
                .build();
        mapping.getConsumesCondition().setBodyRequired(false);
        return mapping;
    }

    @Override
    public void customise(OpenAPI description) {
        OrderType.ALL.forEach(type -> Optional.ofNullable(description.getPaths().get(CASE + type.name()))
                .ifPresent(path -> describe(path.getPost(), type, description)));
    }

    private static void describe(Operation operation, OrderType type, OpenAPI description) {
        operation.setOperationId("command" + camel(type.name()));
        operation.setTags(List.of("command"));
        operation.setSummary(type.summary());
        operation.setRequestBody(type.fields().isEmpty() ? null : body(type, description));
        if (type.fields().isEmpty()) {
            // A body may be sent, and is then looked at: an empty object.
            Map.of("408", "The body took too long", "413", "The body is too long", "415", "The body is no JSON")
                    .forEach((status, why) ->
                            operation.getResponses().addApiResponse(status, new ApiResponse().description(why)));
        }
    }

    private static RequestBody body(OrderType type, OpenAPI description) {
        ResolvedSchema resolved = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type.type()).resolveAsRef(true));
        resolved.referencedSchemas.forEach(description.getComponents()::addSchemas);
        return new RequestBody()
                .required(type.asks())
                .content(new Content().addMediaType(JSON, new MediaType().schema(resolved.schema)));
    }

    private static String camel(String name) {
        return Arrays.stream(name.split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
    }
}
