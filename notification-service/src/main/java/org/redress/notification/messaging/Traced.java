package org.redress.notification.messaging;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.contracts.Event;
import org.redress.platform.consuming.Received;

/** Whose petitions' messages are told in a trace. */
final class Traced {

    private Traced() {}

    /** The petitions whose events came with one. */
    static <E extends Event> Set<String> of(Collection<Received<E>> batch) {
        return batch.stream()
                .filter(Received::traced)
                .map(received -> received.source().key())
                .collect(Collectors.toSet());
    }
}
