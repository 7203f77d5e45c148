package org.redress.routing.cases;

/** Every metric of routing; names are Micrometer's, Prometheus shows dots as underscores. Ids are never tags. */
public enum RoutingMetric {
    /** Counter of petitions that became cases. */
    REGISTERED("redress.cases.registered"),
    /** Counter of cases by how their topic was found on registration; tag {@code by}: model, rules, nobody. */
    TOPICS_FOUND("redress.topics.found"),
    /** Gauge: number of the model that finds topics here; 0 without one. */
    TOPIC_MODEL("redress.topics.model"),
    /** Counter of commands; tags {@code step} and {@code outcome}: done, refused, changed. */
    COMMANDS("redress.cases.commands"),
    /** Counter of petitioners' requests; tags {@code request} and {@code outcome}: done, refused, repeated. */
    REQUESTS("redress.cases.requests"),
    /** Gauge: open cases without a next rung; always 0, anything else is a fault. */
    WITHOUT_CLOCK("redress.cases.without.clock"),
    /** Counter of texts that were taken away because no case refers to them: whoever wrote them was killed or too late. */
    TEXTS_SWEPT("redress.texts.swept"),
    /** Gauge: cases that are kept from everybody in the organisation; anything but 0 is a fault. */
    WITHOUT_HOLDER("redress.cases.without.holder"),
    /** Gauge: open cases; tags {@code state} and {@code age} since the petition was received, in business time. */
    OPEN("redress.cases.open"),
    /** Gauge: limits that are missed and still run, in open cases; tag {@code kind} of clock. */
    LATE("redress.clocks.late"),
    /** Counter of rungs fired; tags {@code rung}: the name without its number, and {@code level}: 0 the owner, then levels up. */
    FIRED("redress.rungs.fired"),
    /** Gauge: rungs in the past that have not fired, counted as cases. */
    UNFIRED("redress.rungs.unfired"),
    /** Gauge, seconds of business time: how long the oldest unfired rung is due. */
    LATENESS("redress.rungs.lateness"),
    /** Counter of cases that could not be fired for a fault in them; they are tried again. */
    FIRING_FAILED("redress.rungs.failed"),
    /** Counter of members of matters that an opinion was taken to; tag {@code outcome}: given, refused, failed. */
    MATTER_MEMBERS("redress.matters.members"),
    /** Gauge: members of matters that are still to be given the opinion. */
    MATTER_PENDING("redress.matters.pending"),
    /** Gauge: joined cases, and those they were joined to, whose changes are still to be carried over. */
    JOINS_WAITING("redress.joins.waiting"),
    /** Gauge: number of the version of the organisation this instance works by; instances differ for seconds at most. */
    ORGANISATION_VERSION("redress.organisation.version"),
    /** Gauge: number of the version all open cases were brought in line with here; 0 while some wait for it. */
    ORGANISATION_KEPT("redress.organisation.kept");

    private final String metricName;

    RoutingMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Name in Micrometer's notation. */
    public String metricName() {
        return metricName;
    }
}
