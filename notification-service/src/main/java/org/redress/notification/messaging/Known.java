package org.redress.notification.messaging;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.redress.contracts.Event;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.petitions.Petitions;
import org.redress.platform.consuming.Received;

/** What is known of the petitions of one batch, moved on event by event and written once for each. */
final class Known {

    private final Map<String, KnownPetition> petitions;
    private final Map<String, Petitions.Moved> moves = new LinkedHashMap<>();

    private Known(Map<String, KnownPetition> petitions) {
        this.petitions = petitions;
    }

    static <E extends Event> Known of(Petitions petitions, Collection<Received<E>> batch) {
        return new Known(petitions.find(
                batch.stream().map(received -> received.source().key()).collect(Collectors.toSet())));
    }

    KnownPetition before(Received<?> received) {
        String id = received.source().key();
        return petitions.getOrDefault(id, KnownPetition.unseen(id));
    }

    KnownPetition moved(Received<?> received, UnaryOperator<KnownPetition> change) {
        boolean fresh = !petitions.containsKey(received.source().key());
        KnownPetition after = change.apply(before(received));
        petitions.put(after.id(), after);
        moves.merge(
                after.id(),
                new Petitions.Moved(after, fresh, received.before(), received.after()),
                (first, last) -> new Petitions.Moved(last.petition(), first.fresh(), first.before(), last.after()));
        return after;
    }

    List<Petitions.Moved> moves() {
        return List.copyOf(moves.values());
    }
}
