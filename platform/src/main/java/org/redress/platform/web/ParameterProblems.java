package org.redress.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Names the fields, parameters and headers that Spring found wrong before a use case was reached. */
final class ParameterProblems {

    private ParameterProblems() {}

    static List<FieldProblem> of(Exception exception) {
        return switch (exception) {
            case HttpMessageNotReadableException e -> List.of(BodyProblems.of(e));
            case MethodArgumentNotValidException e -> ofFields(e.getFieldErrors());
            case HandlerMethodValidationException e ->
                e.getParameterValidationResults().stream()
                        .flatMap(ParameterProblems::ofParameter)
                        .toList();
            case MethodArgumentTypeMismatchException e -> List.of(mismatch(e.getName(), e));
            case TypeMismatchException e -> List.of(mismatch(String.valueOf(e.getPropertyName()), e));
            case MissingServletRequestParameterException e ->
                List.of(new FieldProblem(e.getParameterName(), "field.missing", null));
            case MissingRequestHeaderException e -> List.of(new FieldProblem(e.getHeaderName(), "field.missing", null));
            case HttpMediaTypeNotSupportedException e -> List.of(contentType(e.getSupportedMediaTypes()));
            default -> List.of();
        };
    }

    private static List<FieldProblem> ofFields(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new FieldProblem(error.getField(), sentence(error), null))
                .toList();
    }

    private static Stream<FieldProblem> ofParameter(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return ofFields(errors.getFieldErrors()).stream();
        }
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream().map(error -> new FieldProblem(name, sentence(error), null));
    }

    // Bean validation has put its sentence into the reader's language already.
    private static String sentence(MessageSourceResolvable error) {
        String text = error.getDefaultMessage();
        return text == null ? "field.invalid" : text;
    }

    private static FieldProblem mismatch(String name, TypeMismatchException e) {
        Class<?> required = e.getRequiredType();
        return new FieldProblem(name, Message.of("field.type"), required == null ? null : AcceptedForm.of(required));
    }

    private static FieldProblem contentType(List<MediaType> supported) {
        return new FieldProblem(
                "Content-Type",
                Message.of("field.media-type"),
                supported.isEmpty() ? null : Message.of("accepted.one-of", MimeTypeUtils.toString(supported)));
    }
}
