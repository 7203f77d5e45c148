package org.redress.platform.description;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.core.MethodParameter;

/** Lists what may stand in the parameters that hold {@link NamesOf} something. */
final class NamedParameters implements ParameterCustomizer {

    @Override
    public @Nullable Parameter customize(@Nullable Parameter parameter, MethodParameter method) {
        NamesOf named = method.getParameterAnnotation(NamesOf.class);
        if (parameter != null && named != null) {
            Schema<String> names = new StringSchema();
            names.setEnum(Code.written(named.value()));
            parameter.setSchema(names);
        }
        return parameter;
    }
}
