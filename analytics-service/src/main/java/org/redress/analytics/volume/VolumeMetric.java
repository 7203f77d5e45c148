package org.redress.analytics.volume;

/** Every metric of counting; names are Micrometer's. */
enum VolumeMetric {
    /** Counter of events folded into facts and volumes. */
    FOLDED("redress.analytics.events.folded"),
    /** Counter of transactions that had to be repeated; stays at zero while each lane has one writer. */
    CONFLICTS("redress.analytics.transactions.repeated"),
    /** Counter of buckets a recount set right; stays at zero while nobody damages the database. */
    CORRECTED("redress.analytics.buckets.corrected");

    private final String metricName;

    VolumeMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Name in Micrometer's notation. */
    String metricName() {
        return metricName;
    }
}
