package org.redress.routing.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.routing.cases.CaseRegistry;
import org.springframework.stereotype.Component;

/** Petitions become cases, and what their petitioners ask for later reaches them. */
@Component
@Consumes(Topic.SUBMISSIONS)
class SubmissionHandler implements EventHandler<SubmissionEvent> {

    private final CaseRegistry registry;

    SubmissionHandler(CaseRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<String, Position> known =
                registry.positions(sources.stream().map(Source::aggregateId).toList());
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
    public void apply(List<Received<SubmissionEvent>> batch) {
        registry.apply(batch);
    }

    @Override
    public void park(Source source, Position before, Position after) {
        registry.place(source.aggregateId(), before, after);
    }
}
