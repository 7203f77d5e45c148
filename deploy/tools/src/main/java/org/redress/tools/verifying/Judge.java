package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.List;
import org.redress.tools.verifying.Difference.Kind;

/** The rules by which one petition is right everywhere. */
final class Judge {

    private Judge() {}

    /** Everything that is wrong with a petition; empty when all agree. */
    static List<Difference> differences(Petition petition, Histories histories) {
        List<Difference> found = new ArrayList<>();
        existence(petition, found);
        Consumption.ALL.forEach(consumption -> position(petition, consumption, found));
        for (Holder producer : List.of(Holder.INTAKE, Holder.ROUTING)) {
            heldEvents(petition, producer, histories, found);
        }
        plans(petition, histories, found);
        return found;
    }

    private static void existence(Petition petition, List<Difference> found) {
        if (!petition.existsAt(Holder.INTAKE)) {
            found.add(missing(petition, Holder.INTAKE, "no receipt"));
        }
        if (!petition.existsAt(Holder.ROUTING)) {
            found.add(missing(petition, Holder.ROUTING, "no case"));
        } else if (!petition.existsAt(Holder.ANALYTICS)) {
            found.add(missing(petition, Holder.ANALYTICS, "no facts"));
        }
    }

    private static Difference missing(Petition petition, Holder where, String what) {
        return new Difference(Kind.MISSING, petition.id(), where.service(), what);
    }

    private static void position(Petition petition, Consumption consumption, List<Difference> found) {
        Position published = petition.published(consumption.producer());
        Position position = petition.position(consumption);
        String service = consumption.consumer().service();
        if (position.parked()) {
            found.add(new Difference(
                    Kind.PARKED,
                    petition.id(),
                    service,
                    "set aside on " + consumption.stream() + " after " + position + " of " + published));
        } else if (!position.sameAs(published)) {
            found.add(new Difference(
                    Kind.POSITION,
                    petition.id(),
                    service,
                    "is at " + position + " of " + published + " on " + consumption.stream()));
        }
    }

    private static void heldEvents(Petition petition, Holder producer, Histories histories, List<Difference> found) {
        List<Long> holes = histories.holes(producer, petition);
        if (!holes.isEmpty()) {
            found.add(new Difference(
                    Kind.EVENT, petition.id(), producer.service(), "neither pending nor archived: " + holes));
        }
    }

    private static void plans(Petition petition, Histories histories, List<Difference> found) {
        for (Consumption consumption : Consumption.ALL) {
            if (consumption.consumer() == Holder.NOTIFICATION) {
                Position position = petition.position(consumption);
                // What lies after the position is told as a position that is behind.
                histories.unplanned(consumption.producer(), petition.id()).stream()
                        .filter(position::covers)
                        .forEach(event -> found.add(new Difference(
                                Kind.PLAN,
                                petition.id(),
                                Holder.NOTIFICATION.service(),
                                event.type() + " " + event.eventId() + " has no plan")));
            }
        }
    }
}
