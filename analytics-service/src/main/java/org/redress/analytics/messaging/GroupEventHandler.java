package org.redress.analytics.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.analytics.sightings.Groupings;
import org.redress.contracts.Topic;
import org.redress.contracts.groups.GroupEvent;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.stereotype.Component;

/** Keeps which petitions say the same. */
@Component
@Consumes(Topic.GROUPS)
class GroupEventHandler implements EventHandler<GroupEvent> {

    private final Groupings groupings;

    GroupEventHandler(Groupings groupings) {
        this.groupings = groupings;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return groupings.positions(sources);
    }

    @Override
    public void apply(List<Received<GroupEvent>> batch) {
        groupings.keep(batch);
    }

    @Override
    public void park(Source source, Position before, Position after) {
        groupings.park(source, before, after);
    }
}
