package org.redress.intake.petitions;

/** Every metric of intake; names are Micrometer's. Ids are never tags. */
public enum IntakeMetric {
    /** Counter of petitions handed in; tag {@code outcome}: taken, repeated, key-taken, refused. */
    SUBMISSIONS("redress.intake.submissions"),
    /** Counter of questions for the way of a petition; tag {@code outcome}: shown, wrong, locked. */
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
