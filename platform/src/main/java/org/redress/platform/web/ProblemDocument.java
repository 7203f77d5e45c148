package org.redress.platform.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every refusal (RFC 9457), for the description of an interface.
 *
 * @param type kind of problem
 * @param title short name in the reader's language
 * @param status HTTP status
 * @param detail what the reader can do
 * @param instance path of the request
 * @param errors the fields that are wrong
 */
@Schema(description = "Problem details (RFC 9457); other members may follow")
public record ProblemDocument(
        @Schema(example = "urn:redress:problem:400") String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<WrongField> errors) {

    /**
     * A field that is wrong.
     *
     * @param field its path, such as {@code petitioner.phone}; a header by its name
     * @param problem what is wrong
     * @param accepted the accepted form
     */
    public record WrongField(
            @Schema(example = "petitioner.phone") String field,
            String problem,
            @Nullable String accepted) {}
}
