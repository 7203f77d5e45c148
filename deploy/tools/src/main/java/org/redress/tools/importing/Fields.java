package org.redress.tools.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.redress.tools.UsageException;

/** The fields of a petition a column can be mapped to, and how a column's text becomes their value. */
final class Fields {

    /** The field whose moment is moved by {@code --shift-to-today}. */
    static final String RECEIVED_AT = "receivedAt";

    /** The field that is the idempotency key. */
    static final String EXTERNAL_ID = "externalId";

    private static final String OCCURRED_ON = "occurredOn";
    private static final String PETITIONER = "petitioner.";

    private static final Set<String> KNOWN = Set.of(
            EXTERNAL_ID,
            "subject",
            "text",
            RECEIVED_AT,
            "channel",
            "purpose",
            "unit",
            "place",
            OCCURRED_ON,
            "headCount",
            "about",
            "petitioner.name",
            "petitioner.phone",
            "petitioner.email",
            "petitioner.idNumber",
            "petitioner.anonymous",
            "petitioner.preferredContact",
            "petitioner.language");

    private Fields() {}

    /**
     * Reads {@code field=column,field=column}.
     *
     * @throws UsageException for a field that is not known, is given twice, or has no column
     */
    static Map<String, String> mapping(String text) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            String field = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            String column = equals < 0 ? "" : pair.substring(equals + 1).strip();
            if (!KNOWN.contains(field)) {
                throw new UsageException("--map: '" + field + "' is no field of a petition; there are "
                        + String.join(", ", new TreeSet<>(KNOWN)) + ".");
            }
            if (column.isEmpty()) {
                throw new UsageException("--map: '" + field + "' has no column; write " + field + "=COLUMN.");
            }
            if (columns.put(field, column) != null) {
                throw new UsageException("--map: '" + field + "' is mapped twice.");
            }
        }
        requireMapped(columns);
        return columns;
    }

    private static void requireMapped(Map<String, String> columns) {
        for (String field : List.of(EXTERNAL_ID, "subject", "text")) {
            if (!columns.containsKey(field)) {
                throw new UsageException("--map: " + field + "=COLUMN is missing"
                        + (field.equals(EXTERNAL_ID)
                                ? "; without it a second run would hand every row in again."
                                : "."));
            }
        }
    }

    /** Whether a field is a day or a moment. */
    static boolean isDate(String field) {
        return field.equals(RECEIVED_AT) || field.equals(OCCURRED_ON);
    }

    /** Puts a column's text into a request's body; what is not of the field's type is left for intake to refuse. */
    static void put(Map<String, Object> petition, String field, String text) {
        if (field.startsWith(PETITIONER)) {
            petitioner(petition).put(field.substring(PETITIONER.length()), value(field, text));
        } else {
            petition.put(field, value(field, text));
        }
    }

    @SuppressWarnings("unchecked") // only put() stores something under this name
    private static Map<String, Object> petitioner(Map<String, Object> petition) {
        return (Map<String, Object>) petition.computeIfAbsent("petitioner", name -> new LinkedHashMap<>());
    }

    private static Object value(String field, String text) {
        return switch (field) {
            case "headCount" -> text.matches("\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
            case "petitioner.anonymous" -> text.matches("(?i)true|false") ? (Object) Boolean.valueOf(text) : text;
            case "about" -> List.of(Map.of("text", text));
            default -> text;
        };
    }
}
