package org.redress.intake.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationEvent;
import org.redress.intake.tracking.LedgerHeads;
import org.redress.intake.units.Units;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.stereotype.Component;

/** Keeps the units that petitions may be addressed to, and how far the ledger of unsealings came. */
@Component
@Consumes(Topic.ORGANISATION)
class OrganisationVersions implements EventHandler<OrganisationEvent> {

    private final Units units;
    private final LedgerHeads heads;

    OrganisationVersions(Units units, LedgerHeads heads) {
        this.units = units;
        this.heads = heads;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        Map<Source, Position> positions = new HashMap<>();
        sources.forEach(source -> positions.put(source, units.position(source.aggregateId())));
        return positions;
    }

    @Override
    public void apply(List<Received<OrganisationEvent>> batch) {
        for (Received<OrganisationEvent> received : batch) {
            switch (received.event()) {
                case OrganisationActivated activated -> units.activate(activated, received.before(), received.after());
                case LedgerHeadPublished head -> keep(head, received);
            }
        }
    }

    /** Kept before the position moves, where a repetition finds it. */
    private void keep(LedgerHeadPublished head, Received<OrganisationEvent> received) {
        heads.keep(head);
        units.place(received.source().aggregateId(), received.before(), received.after());
    }

    @Override
    public void park(Source source, Position before, Position after) {
        units.place(source.aggregateId(), before, after);
    }
}
