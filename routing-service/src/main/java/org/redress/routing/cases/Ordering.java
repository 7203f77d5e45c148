package org.redress.routing.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.CaseList.Column;
import org.redress.routing.cases.CaseList.Cursor;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The order of a list, as the database knows it.
 *
 * @param field what it is sorted by, before the id
 * @param column the same as it is called in a list
 * @param descending true from the last on
 */
record Ordering(String field, Column column, boolean descending) {

    static final String TARGET = "targetAt";

    static Ordering of(CaseList.Filter filter) {
        Column column = filter.order().column();
        String field = switch (column) {
            case DUE -> due(filter);
            case NUMBER -> "number";
            case HEADING -> "headed";
            case UNIT -> "registration.assignment.unit";
            case OWNER -> "registration.assignment.owner";
            case STATE -> "state";
            case CHANGED -> "changedAt";
        };
        return new Ordering(field, column, filter.order().descending());
    }

    /** What a list goes by: the limits of the law, the days to keep, or those of bodies outside, and never two of them. */
    static String due(CaseList.Filter filter) {
        if (filter.sheets() != null) {
            return Sheet.DUE;
        }
        return filter.isByTarget() ? TARGET : "dueAt";
    }

    Sort sort() {
        return Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, field, "_id");
    }

    /** Behind the case a page ended with. */
    List<Criteria> after(Cursor cursor) {
        Object value = column.isMoment() ? Instant.ofEpochMilli(Long.parseLong(cursor.value())) : cursor.value();
        Criteria alike = Criteria.where(field).is(value);
        return descending
                ? List.of(
                        Criteria.where(field).lte(value),
                        new Criteria().norOperator(alike.and("_id").gte(cursor.id())))
                : List.of(
                        Criteria.where(field).gte(value),
                        new Criteria().norOperator(alike.and("_id").lte(cursor.id())));
    }

    /** Where a case stands that was found. */
    Cursor cursor(Document found) {
        Object value = value(found);
        String id = found.getString("_id");
        if (column.isMoment()) {
            return Cursor.at(value instanceof Instant moment ? moment : null, id);
        }
        return new Cursor(value == null ? "" : value.toString(), id);
    }

    /** By which what was found apart comes into one order, that of the database. */
    Comparator<Document> comparator() {
        Comparator<Document> ascending = Comparator.comparing(this::value, Comparator.nullsFirst(Ordering::compare))
                .thenComparing(found -> found.getString("_id"));
        return descending ? ascending.reversed() : ascending;
    }

    private static int compare(Object one, Object other) {
        return one instanceof Instant moment && other instanceof Instant later
                ? moment.compareTo(later)
                : one.toString().compareTo(other.toString());
    }

    private @Nullable Object value(Document found) {
        Object value = found.getEmbedded(List.of(field.split("\\.", -1)), Object.class);
        return value instanceof Date date ? date.toInstant() : value;
    }
}
