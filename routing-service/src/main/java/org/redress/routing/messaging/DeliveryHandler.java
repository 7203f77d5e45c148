package org.redress.routing.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.contracts.deliveries.DeliveryEvent;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.routing.cases.Tellings;
import org.springframework.stereotype.Component;

/** What petitioners were told is kept with their cases. */
@Component
@Consumes(Topic.DELIVERIES)
class DeliveryHandler implements EventHandler<DeliveryEvent> {

    private final Tellings tellings;

    DeliveryHandler(Tellings tellings) {
        this.tellings = tellings;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return tellings.positions(sources);
    }

    @Override
    public void apply(List<Received<DeliveryEvent>> batch) {
        tellings.keep(batch);
    }

    @Override
    public void park(Source source, Position before, Position after) {
        tellings.place(source, before, after);
    }
}
