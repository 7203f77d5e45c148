package org.redress.contracts.alerts;

import java.util.List;
import org.redress.contracts.Event;

/** An event of {@code petition.alerts}; the aggregate is the hotspot. It tells of no single petition and of no person. */
public sealed interface AlertEvent extends Event permits HotspotRose, HotspotEnded, MeasureTaken {

    /** Code of the lowest unit below which all its petitions stand. */
    String unit();

    /** Posts to tell; empty when nobody is to be told. */
    List<String> alerts();
}
