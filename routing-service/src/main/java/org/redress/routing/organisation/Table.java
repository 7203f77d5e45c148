package org.redress.routing.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.Problems;

/** A list of the configuration that may come as a table in a file of its own, with the same names as its columns. */
enum Table {
    /** The tree of units. */
    UNITS(RulebookReader.ORGANISATION, "units", "code name head petitionOffice", "english parent outsideBody"),

    /** Posts and who holds them. */
    POSTS(RulebookReader.ORGANISATION, "posts", "id title unit officer name email language", "english deputy"),

    /** Days on which posts are not worked in. */
    ABSENCES(RulebookReader.ORGANISATION, "absences", "post from", "until"),

    /** The responsibility net; equals stand in one cell, with spaces between them. */
    RESPONSIBILITY(RulebookReader.RESPONSIBILITY, "net", "topic unit", "owner owners");

    private static final Set<String> LISTS = Set.of("owners");

    private final String list;
    private final String key;
    private final String required;
    private final String optional;

    /** Of the columns it must have and may have, with spaces between them. */
    Table(String list, String key, String required, String optional) {
        this.list = list;
        this.key = key;
        this.required = required;
        this.optional = optional;
    }

    /** Name of the table's file, such as {@code units.csv}. */
    String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** Name of the YAML file that may hold it as a list. */
    String listFile() {
        return list;
    }

    /** Name of the list in that file. */
    String key() {
        return key;
    }

    /** What is left of the YAML file without the list; absent where that is all it is for. */
    @Nullable
    String withoutList(String text) {
        return this == RESPONSIBILITY ? null : new ConfigurationFile(list, text).without(key);
    }

    /** Its rows, or the list's where there is no table; both is one too many. */
    List<Entry> entries(Entry top, Map<String, String> files, Problems problems) {
        String text = files.get(file());
        if (text == null) {
            return top.entries(key);
        }
        if (top.has(key)) {
            top.complain(key, "is given in " + file() + " too");
        }
        return new ConfigurationFile(file(), text).rows(names(required), names(optional), LISTS, problems);
    }

    private static Set<String> names(String columns) {
        return Set.of(columns.split(" "));
    }
}
