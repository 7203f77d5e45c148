package org.redress.intake.desk.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the fields of the form.
 *
 * @param fields sentences by the path of the member of a petition
 */
record DeskFindings(Map<String, String> fields) {

    /** What is wrong with a field or with one of its entries; absent when nothing is. */
    public @Nullable String of(String name) {
        return fields.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "["))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
