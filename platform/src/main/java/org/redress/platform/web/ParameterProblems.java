package org.redress.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.words.Characters;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
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
            case HttpMediaTypeNotSupportedException e ->
                List.of(mediaType("Content-Type", "field.media-type", e.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException e ->
                List.of(mediaType("Accept", "field.not-acceptable", e.getSupportedMediaTypes()));
            default -> List.of();
        };
    }

    static List<FieldProblem> ofFields(List<FieldError> errors) {
        return errors.stream().map(ParameterProblems::ofField).toList();
    }

    private static FieldProblem ofField(FieldError error) {
        Object given = error.getRejectedValue();
        return switch (brokenRule(error)) {
            case NotNull missing -> new FieldProblem(error.getField(), "field.missing", null);
            case NotBlank blank ->
                new FieldProblem(error.getField(), given == null ? "field.missing" : "field.empty", "accepted.text");
            case Size size
            when given instanceof CharSequence text && Characters.count(text) > size.max() ->
                new FieldProblem(
                        error.getField(),
                        Message.of("field.too-long", size.max()),
                        Message.of("accepted.lines", size.max()));
            case null, default -> new FieldProblem(error.getField(), sentence(error), null);
        };
    }

    private static @Nullable Annotation brokenRule(FieldError error) {
        return error.contains(ConstraintViolation.class)
                ? error.unwrap(ConstraintViolation.class)
                        .getConstraintDescriptor()
                        .getAnnotation()
                : null;
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

    private static FieldProblem mediaType(String header, String problem, List<MediaType> supported) {
        return new FieldProblem(
                header,
                Message.of(problem),
                supported.isEmpty() ? null : Message.of("accepted.one-of", MimeTypeUtils.toString(supported)));
    }
}
