package org.redress.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request, and what would be right.
 *
 * @param field path of the field, such as {@code petitioner.phone} or {@code about[0].kind}; a header by its name
 * @param problem what is wrong; never quotes what was sent
 * @param accepted the accepted form, where it helps
 */
public record FieldProblem(
        String field, Message problem, @Nullable Message accepted) {

    /** With message codes, or plain sentences. */
    public FieldProblem(String field, String problem, @Nullable String accepted) {
        this(field, Message.of(problem), accepted == null ? null : Message.of(accepted));
    }
}
