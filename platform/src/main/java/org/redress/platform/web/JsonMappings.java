package org.redress.platform.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Programs send and get JSON: every mapping of an interface that does not name another kind of content says so, and a
 * request that asks for anything else is refused before its handler is reached.
 */
final class JsonMappings extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handlerType) {
        RequestMappingInfo mapping = super.getMappingForMethod(method, handlerType);
        return mapping == null || !mapping.getPatternValues().stream().allMatch(ApiPaths::isInterface)
                ? mapping
                : json(mapping, method);
    }

    private static RequestMappingInfo json(RequestMappingInfo mapping, Method method) {
        RequestMappingInfo.Builder json = mapping.mutate();
        if (mapping.getProducesCondition().isEmpty()) {
            json.produces(MediaType.APPLICATION_JSON_VALUE);
        }
        if (mapping.getConsumesCondition().isEmpty() && takesBody(method)) {
            json.consumes(MediaType.APPLICATION_JSON_VALUE);
        }
        return json.build();
    }

    private static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class));
    }
}
