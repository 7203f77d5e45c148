package org.redress.platform.consuming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.contracts.NewerEventException;
import org.redress.platform.messaging.ConsumedRecord;

/** The partitions of a batch that wait for a newer version of the service, each from one of its records on. */
final class Held {

    private final Map<Integer, PartitionsHeldException.From> from = new HashMap<>();

    /** Holds the partition of a record from this record on. */
    void from(ConsumedRecord record, NewerEventException why) {
        from.put(
                record.partition(),
                new PartitionsHeldException.From(record.offset(), String.valueOf(why.getMessage())));
    }

    /** The records that are not held back. */
    List<Incoming> without(List<Incoming> batch) {
        return from.isEmpty()
                ? batch
                : batch.stream()
                        .filter(incoming -> !from.containsKey(incoming.record().partition()))
                        .toList();
    }

    /**
     * Tells the container, when there are any.
     *
     * @param consumption whose partitions they are
     *
     * @throws PartitionsHeldException with where to go on from
     */
    void tell(Consumption consumption) {
        if (!from.isEmpty()) {
            throw new PartitionsHeldException(consumption, from);
        }
    }
}
