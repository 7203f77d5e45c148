package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.List;
import org.redress.tools.verifying.Difference.Kind;

/** The rules by which something is right everywhere. */
final class Judge {

    private final Family family;
    private final Subject subject;
    private final Histories histories;
    private final List<Difference> found = new ArrayList<>();

    private Judge(Family family, Subject subject, Histories histories) {
        this.family = family;
        this.subject = subject;
        this.histories = histories;
    }

    /** Everything that is wrong; empty when all agree. */
    static List<Difference> differences(Family family, Subject subject, Histories histories) {
        Judge judge = new Judge(family, subject, histories);
        if (family == Family.PETITIONS) {
            judge.existence();
        }
        family.consumptions().forEach(judge::position);
        family.producers().forEach(judge::heldEvents);
        family.consumptions().forEach(judge::plans);
        return judge.found;
    }

    private void existence() {
        if (!subject.existsAt(Holder.INTAKE)) {
            add(Kind.MISSING, Holder.INTAKE, "no receipt", Remedy.ByHand.restore(Holder.INTAKE));
        }
        if (!subject.existsAt(Holder.ROUTING)) {
            add(Kind.MISSING, Holder.ROUTING, "no case", remedy(Family.CASE));
        } else if (!subject.existsAt(Holder.ANALYTICS)) {
            add(Kind.MISSING, Holder.ANALYTICS, "no facts", remedy(Family.FACTS));
        }
    }

    private void position(Consumption consumption) {
        Position published = subject.published(consumption.producer());
        Position position = subject.position(consumption);
        String place = position + " of " + published;
        if (position.parked()) {
            add(
                    Kind.PARKED,
                    consumption.consumer(),
                    "set aside on " + consumption.stream() + " after " + place,
                    remedy(consumption));
        } else if (!position.sameAs(published)) {
            add(
                    Kind.POSITION,
                    consumption.consumer(),
                    "is at " + place + " on " + consumption.stream(),
                    remedy(consumption));
        }
    }

    private void heldEvents(Holder producer) {
        List<Long> holes = histories.holes(producer, subject);
        if (!holes.isEmpty()) {
            add(Kind.EVENT, producer, "neither pending nor archived: " + holes, Remedy.ByHand.lostEvents(producer));
        }
    }

    /** What lies after the position is told as a position that is behind. */
    private void plans(Consumption consumption) {
        if (consumption.consumer() == Holder.NOTIFICATION) {
            Position position = subject.position(consumption);
            histories.unplanned(consumption.producer(), subject.id()).stream()
                    .filter(position::covers)
                    .forEach(event -> add(
                            Kind.PLAN,
                            consumption.consumer(),
                            event.type() + " " + event.eventId() + " has no plan",
                            Remedy.ByHand.noPlan()));
        }
    }

    /** What brings a consumer to where its producer is. */
    private Remedy remedy(Consumption consumption) {
        Position published = subject.published(consumption.producer());
        Position position = subject.position(consumption);
        if (position.parked()) {
            return Remedy.ByHand.parked(subject.id());
        }
        if (isLost(consumption.producer())) {
            return Remedy.ByHand.restore(consumption.producer());
        }
        if (isLost(consumption.consumer()) || position.sameAs(published)) {
            return Remedy.ByHand.restore(consumption.consumer());
        }
        if (!position.isBefore(published)) {
            return Remedy.ByHand.ahead(consumption.producer());
        }
        return histories
                .key(consumption.producer(), subject.id())
                .<Remedy>map(key -> new Remedy.Redrive(family, consumption, subject.id(), key))
                .orElseGet(() -> Remedy.ByHand.lostEvents(consumption.producer()));
    }

    /** Whether an aggregate is gone that was there: a redrive would begin its history a second time. */
    private boolean isLost(Holder holder) {
        boolean wasThere =
                holder == Holder.INTAKE || histories.key(holder, subject.id()).isPresent();
        return wasThere && !subject.existsAt(holder);
    }

    private void add(Kind kind, Holder holder, String detail, Remedy remedy) {
        found.add(new Difference(kind, family.idName(), subject.id(), holder.service(), detail, remedy));
    }
}
