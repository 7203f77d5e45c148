package org.redress.routing.cases.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Step;

/**
 * A kind of order, as its record tells it.
 *
 * @param step the step it takes
 * @param summary what it does, in a line
 * @param type the record
 * @param fields what it holds, in order
 */
record OrderType(Step step, String summary, Class<? extends Order> type, List<OrderField> fields) {

    /** All there are, in the order of their steps. */
    static final List<OrderType> ALL = Arrays.stream(Order.class.getPermittedSubclasses())
            .map(permitted -> of(permitted.asSubclass(Order.class)))
            .sorted(Comparator.comparing(OrderType::step))
            .toList();

    private static OrderType of(Class<? extends Order> type) {
        Order.Takes takes = type.getAnnotation(Order.Takes.class);
        return new OrderType(takes.value(), takes.summary(), type, OrderField.of(type));
    }

    /** The kind of order with that name; empty when there is none. */
    static Optional<OrderType> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Its name in addresses and words. */
    String name() {
        return Names.of(step);
    }

    /** True when it cannot be given without saying something. */
    boolean asks() {
        return fields.stream().anyMatch(OrderField::required);
    }
}
