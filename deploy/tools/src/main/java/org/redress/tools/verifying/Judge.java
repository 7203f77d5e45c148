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
            add(Kind.MISSING, Holder.INTAKE, "no receipt");
        }
        if (!subject.existsAt(Holder.ROUTING)) {
            add(Kind.MISSING, Holder.ROUTING, "no case");
        } else if (!subject.existsAt(Holder.ANALYTICS)) {
            add(Kind.MISSING, Holder.ANALYTICS, "no facts");
        }
    }

    private void position(Consumption consumption) {
        Position published = subject.published(consumption.producer());
        Position position = subject.position(consumption);
        String place = position + " of " + published;
        if (position.parked()) {
            add(Kind.PARKED, consumption.consumer(), "set aside on " + consumption.stream() + " after " + place);
        } else if (!position.sameAs(published)) {
            add(Kind.POSITION, consumption.consumer(), "is at " + place + " on " + consumption.stream());
        }
    }

    private void heldEvents(Holder producer) {
        List<Long> holes = histories.holes(producer, subject);
        if (!holes.isEmpty()) {
            add(Kind.EVENT, producer, "neither pending nor archived: " + holes);
        }
    }

    /** What lies after the position is told as a position that is behind. */
    private void plans(Consumption consumption) {
        if (consumption.consumer() == Holder.NOTIFICATION) {
            Position position = subject.position(consumption);
            histories.unplanned(consumption.producer(), subject.id()).stream()
                    .filter(position::covers)
                    .forEach(event -> add(
                            Kind.PLAN, consumption.consumer(), event.type() + " " + event.eventId() + " has no plan"));
        }
    }

    private void add(Kind kind, Holder holder, String detail) {
        found.add(new Difference(kind, family.idName(), subject.id(), holder.service(), detail));
    }
}
