package org.redress.platform.web;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body whose type is known only when it is there, as strictly as any other, and checks its constraints. */
public final class BodyReader {

    private final JsonMapper mapper;
    private final Validator validator;

    BodyReader(JsonMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * The body as a value of a type.
     *
     * @throws InvalidRequestException when it is none, with each field that is wrong
     */
    public <T> T read(JsonNode body, Class<T> type) {
        T value = bind(body, type);
        BindingResult found = new BeanPropertyBindingResult(value, "body");
        validator.validate(value, found);
        if (found.hasErrors()) {
            throw new InvalidRequestException(ParameterProblems.ofFields(found.getFieldErrors()));
        }
        return value;
    }

    private <T> T bind(JsonNode body, Class<T> type) {
        try {
            return mapper.treeToValue(body, type);
        } catch (JacksonException e) {
            RefusedException refused = BodyProblems.refusalIn(e);
            throw refused == null ? new InvalidRequestException(java.util.List.of(BodyProblems.of(e))) : refused;
        }
    }
}
