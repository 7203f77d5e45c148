package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.List;

/** Histories whose holders share their ids, so that they are read together. */
enum Family {
    /** By the petition: what intake took, and its case. */
    PETITIONS("petitionId"),
    /** By the run that put petitions together. */
    GROUPINGS("runId"),
    /** By the hotspot. */
    HOTSPOTS("hotspotId"),
    /** By the notification. */
    DELIVERIES("notificationId"),
    /** By the organisation. */
    ORGANISATIONS("organisationId");

    /** What makes a case of a petition. */
    static final Consumption CASE = new Consumption(Holder.INTAKE, Stream.SUBMISSIONS, Holder.ROUTING);

    /** What makes facts of a case. */
    static final Consumption FACTS = new Consumption(Holder.ROUTING, Stream.CASES, Holder.ANALYTICS);

    /**
     * A further projection of cases, which may set some aside. Where it is behind, {@code verify} does not say so: it may be
     * new, and a rebuild fills it.
     */
    static final Consumption TURNAROUND = new Consumption(Holder.ROUTING, Stream.CASES, Holder.TURNAROUND);

    /** One more such. What it holds, {@code verify} compares with the cases themselves. */
    static final Consumption FIGURES = new Consumption(Holder.ROUTING, Stream.CASES, Holder.FIGURES);
    /** Another one. */
    static final Consumption SIGHTINGS = new Consumption(Holder.ROUTING, Stream.CASES, Holder.SIGHTINGS);

    private final String idName;

    Family(String idName) {
        this.idName = idName;
    }

    /** What its ids are called in the JSON. */
    String idName() {
        return idName;
    }

    /** Who consumes whom. */
    List<Consumption> consumptions() {
        return switch (this) {
            case PETITIONS ->
                List.of(
                        CASE,
                        new Consumption(Holder.INTAKE, Stream.SUBMISSIONS, Holder.NOTIFICATION),
                        new Consumption(Holder.ROUTING, Stream.CASES, Holder.INTAKE),
                        new Consumption(Holder.ROUTING, Stream.CASES, Holder.NOTIFICATION),
                        FACTS);
            case GROUPINGS -> List.of(new Consumption(Holder.GROUPINGS, Stream.GROUPS, Holder.GROUPED));
            case HOTSPOTS -> List.of(new Consumption(Holder.HOTSPOTS, Stream.ALERTS, Holder.ALERTED));
            case DELIVERIES -> List.of(new Consumption(Holder.PLANS, Stream.DELIVERIES, Holder.TELLINGS));
            case ORGANISATIONS ->
                List.of(
                        new Consumption(Holder.ORGANISATION, Stream.ORGANISATION, Holder.UNITS),
                        new Consumption(Holder.ORGANISATION, Stream.ORGANISATION, Holder.POSTS),
                        new Consumption(Holder.ORGANISATION, Stream.ORGANISATION, Holder.READERS));
        };
    }

    /** Who may have set something aside. */
    List<Consumption> parking() {
        List<Consumption> parking = new ArrayList<>(consumptions());
        if (this == PETITIONS) {
            parking.add(TURNAROUND);
            parking.add(FIGURES);
            parking.add(SIGHTINGS);
        }
        return parking;
    }

    /** Those that hold a history. */
    List<Holder> producers() {
        return consumptions().stream().map(Consumption::producer).distinct().toList();
    }

    /** Those that only hold a position. */
    List<Holder> followers() {
        return consumptions().stream()
                .map(Consumption::consumer)
                .distinct()
                .filter(holder -> !producers().contains(holder))
                .toList();
    }
}
