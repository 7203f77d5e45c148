package org.redress.platform.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The trace of a petition: its number without the dashes, so that whoever knows the number finds it.
 *
 * @param petition its number
 */
record PetitionTrace(UUID petition) {

    /** The bits of a UUID of version 7 that are drawn at random. */
    private static final long RANDOM = 0x3FFF_FFFF_FFFF_FFFFL;

    /** Empty where it is no number of a petition. */
    static Optional<PetitionTrace> of(String petitionId) {
        try {
            return Optional.of(new PetitionTrace(UUID.fromString(petitionId)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String id() {
        return HexFormat.of().toHexDigits(petition.getMostSignificantBits())
                + HexFormat.of().toHexDigits(petition.getLeastSignificantBits());
    }

    /** The same for every service, without asking: the span of its taking. */
    String rootId() {
        return HexFormat.of().toHexDigits(petition.getLeastSignificantBits());
    }

    /** Decided by the number alone, so that all services and all restarts decide alike. */
    boolean isWithin(double share) {
        return (petition.getLeastSignificantBits() & RANDOM) < share * RANDOM;
    }

    SpanContext root() {
        return SpanContext.createFromRemoteParent(id(), rootId(), TraceFlags.getSampled(), TraceState.getDefault());
    }
}
