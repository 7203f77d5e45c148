package org.redress.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** A request that is refused; the reader gets a problem document (RFC 9457) that says why. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient @Nullable Message detail;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private final transient HttpHeaders headers = new HttpHeaders();

    /** With the status and the sentence the reader gets. */
    public RefusedException(HttpStatus status, Message detail) {
        this(status, detail, List.of());
    }

    /** With the status, the sentence (absent: the status's own) and the fields that are wrong. */
    protected RefusedException(HttpStatus status, @Nullable Message detail, List<FieldProblem> errors) {
        super(status
                + (errors.isEmpty()
                        ? ""
                        : " " + errors.stream().map(FieldProblem::field).toList()));
        this.status = status;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /** Adds a member to the problem document. */
    public RefusedException with(String name, Object value) {
        properties.put(name, value);
        return this;
    }

    /** Adds a header to the answer. */
    public RefusedException header(String name, String value) {
        headers.add(name, value);
        return this;
    }

    HttpStatus status() {
        return status;
    }

    @Nullable
    Message detail() {
        return detail;
    }

    List<FieldProblem> errors() {
        return errors;
    }

    Map<String, Object> properties() {
        return properties;
    }

    HttpHeaders headers() {
        return headers;
    }
}
