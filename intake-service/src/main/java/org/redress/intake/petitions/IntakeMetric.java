package org.redress.intake.petitions;

/** Every metric of intake; names are Micrometer's. Ids are never tags. */
public enum IntakeMetric {
    /** Counter of petitions handed in; tag {@code outcome}: taken, repeated, key-taken, refused. */
    SUBMISSIONS("redress.intake.submissions"),
    /** Counter of petitioners' requests; tags {@code request} and {@code outcome}: taken, repeated, key-taken, too-many, too-long, busy. */
    REQUESTS("redress.intake.requests"),
    /** Counter of receipts and access codes shown at the door; tag {@code outcome}: shown, wrong, limited. */
    TRACKING("redress.intake.tracking");

    private final String metricName;

    IntakeMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Name in Micrometer's notation. */
    public String metricName() {
        return metricName;
    }
}
