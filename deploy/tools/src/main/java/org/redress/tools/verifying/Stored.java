package org.redress.tools.verifying;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * What a service's document says of its own history and of those it consumed.
 *
 * @param id id of the document
 * @param exists false for a stub that only keeps positions
 * @param published last event it recorded; the start where it records none
 * @param inbox how far each stream was applied to it
 */
record Stored(String id, boolean exists, Position published, Map<String, Position> inbox) {

    /** Fields to ask the database for. */
    static final List<String> FIELDS = List.of("epoch", "sequence", "inbox", "day");

    static Stored of(Document document) {
        Map<String, Position> inbox = new HashMap<>();
        document.get("inbox", new Document())
                .forEach((stream, position) -> inbox.put(stream, position((Document) position)));
        Position published = new Position(
                number(document, "epoch", 1).intValue(),
                number(document, "sequence", 0).longValue(),
                false);
        boolean exists = published.last() > 0 || document.containsKey("day");
        return new Stored(document.getString("_id"), exists, published, inbox);
    }

    private static Position position(Document document) {
        return new Position(
                number(document, "epoch", 1).intValue(),
                number(document, "last", 0).longValue(),
                document.getBoolean("parked", false));
    }

    private static Number number(Document document, String field, Number otherwise) {
        Number value = document.get(field, Number.class);
        return value == null ? otherwise : value;
    }

    Position inbox(Stream stream) {
        return inbox.getOrDefault(stream.name(), Position.START);
    }
}
