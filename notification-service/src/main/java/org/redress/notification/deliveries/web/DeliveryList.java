package org.redress.notification.deliveries.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.notification.deliveries.Cursor;
import org.redress.notification.deliveries.Deliveries;
import org.redress.notification.deliveries.Delivery;

/**
 * A page of the delivery log.
 *
 * @param items messages, newest first
 * @param next pass it as {@code cursor} for the next page; null at the end
 * @param total how many there are, exact to 10,000
 * @param totalIsMore true when there are more than {@code total}
 */
record DeliveryList(
        List<Delivery> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String next,
        int total,
        @Nullable Boolean totalIsMore) {

    static DeliveryList of(Deliveries.Page page, int counted) {
        Cursor next = page.next();
        boolean more = counted > Deliveries.COUNTED;
        return new DeliveryList(
                page.items(),
                next == null ? null : next.text(),
                more ? Deliveries.COUNTED : counted,
                more ? Boolean.TRUE : null);
    }
}
