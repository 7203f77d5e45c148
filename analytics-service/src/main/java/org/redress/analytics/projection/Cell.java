package org.redress.analytics.projection;

import java.util.stream.Collectors;
import org.bson.Document;

/**
 * What is counted together. Its last field has to be the lane, so that each has one writer.
 *
 * @param fields what its cases have in common, always in the same order
 */
public record Cell(Document fields) {

    /** Its id in the database. */
    String id() {
        return fields.values().stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
}
