package org.redress.analytics.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.analytics.volume.Step;
import org.redress.analytics.volume.Volumes;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseEvent;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.stereotype.Component;

/** Counts what happens to cases. */
@Component
@Consumes(Topic.CASES)
class CaseEventHandler implements EventHandler<CaseEvent> {

    private final Volumes volumes;

    CaseEventHandler(Volumes volumes) {
        this.volumes = volumes;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Position> known =
                volumes.positions(sources.stream().map(Source::aggregateId).toList());
        Map<Source, Position> positions = new HashMap<>();
        for (Source source : sources) {
            Position position = known.get(source.aggregateId());
            if (position != null) {
                positions.put(source, position);
            }
        }
        return positions;
    }

    @Override
    public void apply(List<Received<CaseEvent>> batch) {
        volumes.count(batch.stream()
                .map(received -> new Step(
                        received.source().aggregateId(),
                        received.event(),
                        received.before(),
                        received.after(),
                        received.partition()))
                .toList());
    }

    @Override
    public void park(Source source, Position before, Position after) {
        volumes.park(source.aggregateId(), before, after);
    }
}
