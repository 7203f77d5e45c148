package org.redress.platform.description;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Names each operation by its controller and method, whatever other operations there are: clients are made of it. */
final class OperationNames implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        String method = StringUtils.capitalize(handler.getMethod().getName());
        operation.setOperationId(StringUtils.uncapitalize(controller) + method);
        operation.setTags(List.of(controller.toLowerCase(Locale.ROOT)));
        return operation;
    }
}
