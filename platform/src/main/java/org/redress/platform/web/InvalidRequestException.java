package org.redress.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request with wrong fields: 400 unless another status fits better. */
public final class InvalidRequestException extends RefusedException {

    private static final long serialVersionUID = 1L;

    /** With everything that is wrong; status 400. */
    public InvalidRequestException(List<FieldProblem> errors) {
        this(HttpStatus.BAD_REQUEST, errors);
    }

    /** With a status of its own. */
    public InvalidRequestException(HttpStatus status, List<FieldProblem> errors) {
        super(status, null, errors);
    }
}
