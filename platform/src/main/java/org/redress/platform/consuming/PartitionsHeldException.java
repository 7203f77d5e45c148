package org.redress.platform.consuming;

import java.util.Map;
import java.util.Optional;

/** The batch is dealt with but for some partitions, which wait for a newer version of the service. */
final class PartitionsHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Consumption consumption;
    private final transient Map<Integer, From> partitions;

    PartitionsHeldException(Consumption consumption, Map<Integer, From> partitions) {
        super(consumption + " held: " + partitions);
        this.consumption = consumption;
        this.partitions = Map.copyOf(partitions);
    }

    /**
     * Where a partition goes on.
     *
     * @param offset offset of the first record that is not dealt with
     * @param why what of it is not known
     */
    record From(long offset, String why) {}

    Consumption consumption() {
        return consumption;
    }

    Map<Integer, From> partitions() {
        return partitions;
    }

    /** The one behind a failure, if there is one. */
    static Optional<PartitionsHeldException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PartitionsHeldException held) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }
}
