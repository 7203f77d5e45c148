package org.redress.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Names the field of a body that could not be read, without quoting what was sent. */
final class BodyProblems {

    private static final String WHOLE_BODY = "body";

    private BodyProblems() {}

    static FieldProblem of(HttpMessageNotReadableException unreadable) {
        return of(unreadable.getCause());
    }

    /** Of what the reader of JSON found wrong; of a body that is missing where nothing was found. */
    static FieldProblem of(@Nullable Throwable cause) {
        return switch (cause) {
            case TextReader.BadTextException e -> new FieldProblem(path(e), e.code(), "accepted.clean-text");
            case NameReader.NoNameException e ->
                new FieldProblem(path(e), Message.of("field.invalid"), Message.of("accepted.one-of", e.names()));
            case UnrecognizedPropertyException e -> unknownField(e);
            case MismatchedInputException e -> wrongType(e);
            // A number that its type cannot hold.
            case InputCoercionException e -> new FieldProblem(path(e), "field.range", null);
            case StreamReadException e -> broken(e);
            case DatabindException e -> new FieldProblem(path(e), "field.invalid", null);
            case null -> new FieldProblem(WHOLE_BODY, "field.missing", "accepted.json");
            default -> new FieldProblem(WHOLE_BODY, "field.unreadable", "accepted.json");
        };
    }

    /** The refusal that a constructor or reader threw on its own account, if one did. */
    static @Nullable RefusedException refusalIn(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof RefusedException refused) {
                return refused;
            }
        }
        return null;
    }

    static boolean isTooLarge(Throwable failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof BodyTooLargeException;
    }

    private static FieldProblem unknownField(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        Message accepted = known == null || known.isEmpty()
                ? null
                : Message.of(
                        "accepted.one-of",
                        known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
        return new FieldProblem(path(e), Message.of("field.unknown"), accepted);
    }

    private static FieldProblem wrongType(MismatchedInputException e) {
        Class<?> target = e.getTargetType();
        return new FieldProblem(path(e), Message.of("field.type"), target == null ? null : AcceptedForm.of(target));
    }

    private static FieldProblem broken(StreamReadException e) {
        String name = duplicated(e);
        if (name != null) {
            return new FieldProblem(name, "field.duplicate", null);
        }
        TokenStreamLocation at = e.getLocation();
        Message problem = at == null
                ? Message.of("field.unreadable")
                : Message.of("field.broken-json", at.getLineNr(), at.getColumnNr());
        return new FieldProblem(WHOLE_BODY, problem, Message.of("accepted.json"));
    }

    private static @Nullable String duplicated(StreamReadException e) {
        String message = e.getOriginalMessage();
        JsonParser parser = e.processor();
        return message != null && message.startsWith("Duplicate") && parser != null
                ? dotted(parser.streamReadContext().pathAsPointer().toString())
                : null;
    }

    private static String dotted(String pointer) {
        return pointer.substring(1).replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
    }

    private static String path(JacksonException e) {
        List<JacksonException.Reference> references = e.getPath();
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? WHOLE_BODY : path.toString();
    }
}
