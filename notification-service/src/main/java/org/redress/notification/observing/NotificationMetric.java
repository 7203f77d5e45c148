package org.redress.notification.observing;

/** Every metric of the notification service; names are Micrometer's. Ids and addresses are never tags. */
public enum NotificationMetric {
    /** Counter of planned messages; tags {@code template}, {@code channel}, {@code state} as planned. */
    PLANNED("redress.notifications.planned"),
    /** Counter of messages that ended; tags {@code template}, {@code channel}, {@code state}: sent, failed, suppressed. */
    ENDED("redress.notifications.ended"),
    /** Counter of tries; tags {@code lane}, {@code outcome}: sent, refused, later, away, and others where nothing was sent. */
    TRIED("redress.notifications.tried"),
    /** Gauge, seconds of real time: age of a lane's oldest message that is neither sent nor ended otherwise; tag {@code lane}. */
    WAITING_AGE("redress.notifications.waiting.age"),
    /** Gauge, 1 while what a lane leads to, such as the mail server, cannot be reached, otherwise 0; tag {@code lane}. */
    CHANNEL_AWAY("redress.notifications.channel.away");

    private final String metricName;

    NotificationMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Name in Micrometer's notation. */
    public String metricName() {
        return metricName;
    }
}
