package org.redress.notification.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.notification.notifications.Notifications;
import org.redress.notification.notifications.Plan;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.petitions.Petitions;
import org.redress.notification.planning.Planner;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;

/** Follows each case and plans who is told of its events. */
@Component
@Consumes(Topic.CASES)
class CaseEventHandler implements EventHandler<CaseEvent> {

    private final Petitions petitions;
    private final Directories directories;
    private final Planner planner;
    private final Notifications notifications;
    private final Receipts receipts;

    CaseEventHandler(
            Petitions petitions,
            Directories directories,
            Planner planner,
            Notifications notifications,
            Receipts receipts) {
        this.petitions = petitions;
        this.directories = directories;
        this.planner = planner;
        this.notifications = notifications;
        this.receipts = receipts;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return petitions.positions(Topic.CASES, sources);
    }

    /**
     * First what restricts a case, then the plans, which a repetition finds in place, then the position. The receipt of
     * the same petition may be planned at the same time: whoever of the two comes later restricts or shows that plan.
     */
    @Override
    public void apply(List<Received<CaseEvent>> batch) {
        Directory organisation = organisationFor(batch);
        Known known = Known.of(petitions, batch);
        List<Plan> made = new ArrayList<>();
        Set<String> restricted = new HashSet<>();
        for (Received<CaseEvent> received : batch) {
            KnownPetition petition = known.moved(received, it -> it.after(received.event()));
            if (petition.standing().restricted()) {
                restricted.add(petition.id());
            }
            planner.plan(received.event(), petition, organisation).ifPresent(made::add);
        }
        if (!restricted.isEmpty()) {
            petitions.restrict(restricted);
        }
        notifications.keep(made, Traced.of(batch));
        notifications.restrict(restricted);
        try {
            petitions.handled(known.moves());
        } finally {
            // Where one petition moved on meanwhile, the others of the batch are not applied again.
            receipts.settle(batch.stream()
                    .filter(received -> received.event() instanceof CaseRegistered)
                    .map(received -> received.source().key())
                    .toList());
        }
    }

    /** A registration needs the tree: until the organisation was seen, its partition waits as for an absent store. */
    private Directory organisationFor(List<Received<CaseEvent>> batch) {
        Directory organisation = directories.newest();
        if (!organisation.isKnown()
                && batch.stream().anyMatch(received -> received.event() instanceof CaseRegistered)) {
            throw new TransientDataAccessResourceException("no organisation was seen yet");
        }
        return organisation;
    }

    @Override
    public void park(Source source, Position before, Position after) {
        petitions.park(Topic.CASES, source, before, after);
    }
}
