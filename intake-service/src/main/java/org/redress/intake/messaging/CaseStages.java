package org.redress.intake.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseEvent;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Petitions;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.consuming.StalePositionException;
import org.springframework.stereotype.Component;

/** Follows the case of each petition, for its petitioner to see. */
@Component
@Consumes(Topic.CASES)
class CaseStages implements EventHandler<CaseEvent> {

    private final Petitions petitions;

    CaseStages(Petitions petitions) {
        this.petitions = petitions;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Position> known = petitions.casePositions(
                sources.stream().map(Source::key).distinct().toList());
        Map<Source, Position> positions = new HashMap<>();
        for (Source source : sources) {
            Position position = known.get(source.key());
            if (position != null) {
                positions.put(source, position);
            }
        }
        return positions;
    }

    @Override
    public void apply(List<Received<CaseEvent>> batch) {
        Map<String, Petition> known = byId(batch.stream().map(Received::source).collect(Collectors.toSet()));
        for (Received<CaseEvent> received : batch) {
            Petition petition = known.get(received.source().key());
            if (petition == null || !petition.wasTaken()) {
                throw new IllegalStateException(
                        "no petition " + received.source().key());
            }
            petition.follow(received);
        }
        if (!petitions.saveAll(known.values()).isEmpty()) {
            throw new StalePositionException("petitions changed meanwhile");
        }
    }

    @Override
    public void park(Source source, Position before, Position after) {
        petitions.place(source.key(), before, after);
    }

    private Map<String, Petition> byId(Collection<Source> sources) {
        return petitions.withIds(sources.stream().map(Source::key).distinct().toList()).stream()
                .collect(Collectors.toMap(Petition::id, petition -> petition));
    }
}
