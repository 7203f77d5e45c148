package org.redress.tools.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.tools.UsageException;

/**
 * Which column of a table is which field of a petition.
 *
 * @param columns column of each field
 * @param defaults text of fields that have no column, or nothing in it
 * @param dates how days and moments are written
 */
record Mapping(Map<String, String> columns, Map<String, String> defaults, Dates dates) {

    /** The column of a field, or the field where it has none. */
    String nameOf(String field) {
        String mapped = field.equals(Intake.KEY_HEADER) ? Fields.EXTERNAL_ID : field.replaceFirst("\\[.*", "");
        return columns.getOrDefault(mapped, field);
    }

    /** Whether a first line names each mapped column. */
    boolean fits(List<String> header) {
        return stripped(header).containsAll(columns.values());
    }

    /**
     * The rows below a first line.
     *
     * @throws UsageException when it lacks a mapped column or names one twice
     */
    TableRows below(List<String> header) {
        List<String> names = stripped(header);
        Map<String, Integer> places = new HashMap<>();
        columns.forEach((field, column) -> places.put(field, placeOf(field, column, names)));
        return new TableRows(this, names.size(), places);
    }

    private static int placeOf(String field, String column, List<String> header) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new UsageException("--map: there is no column '" + column + "' for " + field + "; the file has "
                    + String.join(", ", header) + ".");
        }
        if (header.lastIndexOf(column) != place) {
            throw new UsageException("--map: two columns are named '" + column + "'.");
        }
        return place;
    }

    /** Names as people see them, without what a spreadsheet leaves behind the last one. */
    private static List<String> stripped(List<String> header) {
        List<String> names = new ArrayList<>(header.stream().map(String::strip).toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }
}
