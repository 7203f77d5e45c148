package org.redress.routing.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Reads the headers of a command: the version it is meant for and the key that makes a repeat of it one. */
public final class Preconditions {

    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;

    private Preconditions() {}

    /**
     * The version of an {@code If-Match}.
     *
     * @throws RefusedException 428 without one, 400 for one that is no version
     */
    public static long version(@Nullable String given) {
        if (given == null) {
            throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, Message.of("detail.428"));
        }
        String digits = given.replaceFirst("^(W/)?\"(\\d{1,18})\"$", "$2");
        if (!digits.matches("\\d{1,18}")) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(HttpHeaders.IF_MATCH, "field.invalid", "\"7\"")));
        }
        return Long.parseLong(digits);
    }

    /** The key, which belongs to who gives it: two officers never meet under one. */
    static @Nullable String key(Caller reader, @Nullable String given) {
        if (given == null) {
            return null;
        }
        if (given.isBlank() || given.length() > LONGEST_KEY) {
            throw new InvalidRequestException(List.of(new FieldProblem(KEY, "field.invalid", "1–" + LONGEST_KEY)));
        }
        return reader.id() + " " + given;
    }

    /** The answer to a key that was used for something else. */
    static InvalidRequestException keyTaken() {
        return new InvalidRequestException(
                HttpStatus.UNPROCESSABLE_CONTENT, List.of(new FieldProblem(KEY, "case.wrong.key-taken", null)));
    }
}
