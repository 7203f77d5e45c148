package org.redress.notification.messaging;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationEvent;
import org.redress.notification.organisation.Organisations;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.stereotype.Component;

/** Keeps every version of the organisation. */
@Component
@Consumes(Topic.ORGANISATION)
class OrganisationEventHandler implements EventHandler<OrganisationEvent> {

    private final Organisations organisations;

    OrganisationEventHandler(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return organisations.positions(sources);
    }

    @Override
    public void apply(List<Received<OrganisationEvent>> batch) {
        for (Received<OrganisationEvent> received : batch) {
            switch (received.event()) {
                case OrganisationActivated activated ->
                    organisations.keep(activated, received.before(), received.after());
                case LedgerHeadPublished head -> park(received.source(), received.before(), received.after());
            }
        }
    }

    @Override
    public void park(Source source, Position before, Position after) {
        organisations.park(source, before, after);
    }
}
