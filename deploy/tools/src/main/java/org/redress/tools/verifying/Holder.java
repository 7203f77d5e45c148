package org.redress.tools.verifying;

/** The collections that hold a history, or a position in one. */
enum Holder {
    /** Receipts given, and the stages the petitioner is shown. */
    INTAKE("intake", "petitions"),
    /** Cases. */
    ROUTING("routing", "cases"),
    /** Contacts and positions. */
    NOTIFICATION("notification", "petitions"),
    /** Facts that are counted. */
    ANALYTICS("analytics", "facts"),
    /** The ways of cases that turnaround is counted over. */
    TURNAROUND("analytics", "turnaround_facts"),
    /** What is known of cases, which figures are computed over. */
    FIGURES("analytics", "figures_facts"),
    /** Who wrote when, which hotspots are found over. */
    SIGHTINGS("analytics", "sightings_facts"),
    /** Runs through the petitions of each day. */
    GROUPINGS("routing", "groupings"),
    /** What these told. */
    GROUPED("analytics", "groupings"),
    /** Hotspots. */
    HOTSPOTS("analytics", "hotspots"),
    /** Positions in what they told. */
    ALERTED("notification", "alerts"),
    /** Plans of messages, and what became of them. */
    PLANS("notification", "notifications"),
    /** What petitioners were told, for their cases. */
    TELLINGS("routing", "tellings"),
    /** Versions of the organisation. */
    ORGANISATION("routing", "organisations"),
    /** Units petitions may be addressed to. */
    UNITS("intake", "directory"),
    /** Posts messages go to. */
    POSTS("notification", "directory"),
    /** Units readers may count. */
    READERS("analytics", "directory");

    private final String service;
    private final String collection;

    Holder(String service, String collection) {
        this.service = service;
        this.collection = collection;
    }

    /** Name of the service that keeps it, which is also the end of its database's name. */
    String service() {
        return service;
    }

    /** Name of the collection. */
    String collection() {
        return collection;
    }

    /** Name of the projection it belongs to, which may have been built anew; empty where there is none. */
    String projection() {
        return switch (this) {
            case TURNAROUND -> "turnaround";
            case FIGURES -> "figures";
            case SIGHTINGS -> "sightings";
            default -> "";
        };
    }

    /** Name of the collection with what it published. */
    String archive() {
        return collection + "_events";
    }
}
