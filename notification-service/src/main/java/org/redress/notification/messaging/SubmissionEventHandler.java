package org.redress.notification.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.contracts.submissions.SubmissionEvent;
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
import org.springframework.stereotype.Component;

/** Keeps each petition's sealed contact and plans what the petitioner is told of the submission. */
@Component
@Consumes(Topic.SUBMISSIONS)
class SubmissionEventHandler implements EventHandler<SubmissionEvent> {

    private final Petitions petitions;
    private final Planner planner;
    private final Notifications notifications;
    private final Receipts receipts;

    SubmissionEventHandler(Petitions petitions, Planner planner, Notifications notifications, Receipts receipts) {
        this.petitions = petitions;
        this.planner = planner;
        this.notifications = notifications;
        this.receipts = receipts;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return petitions.positions(Topic.SUBMISSIONS, sources);
    }

    /** First the plans, which a repetition finds in place and a restriction finds however late, then the position. */
    @Override
    public void apply(List<Received<SubmissionEvent>> batch) {
        Known known = Known.of(petitions, batch);
        List<Plan> made = new ArrayList<>();
        for (Received<SubmissionEvent> received : batch) {
            KnownPetition petition = known.moved(received, it -> it.after(received.event()));
            planner.plan(received.event(), petition).ifPresent(made::add);
        }
        notifications.keep(made, Traced.of(batch));
        receipts.settle(made.stream().map(Plan::petitionId).toList());
        petitions.submitted(known.moves());
    }

    @Override
    public void park(Source source, Position before, Position after) {
        petitions.park(Topic.SUBMISSIONS, source, before, after);
    }
}
