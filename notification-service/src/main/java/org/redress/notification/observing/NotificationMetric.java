package org.redress.notification.observing;

/** Every metric of the notification service; names are Micrometer's. Ids and addresses are never tags. */
public enum NotificationMetric {
    /** Counter of planned messages; tags {@code template}, {@code state} as planned. */
    PLANNED("redress.notifications.planned"),
    /** Counter of messages that ended; tags {@code template}, {@code state}: sent, failed, suppressed. */
    ENDED("redress.notifications.ended"),
    /** Gauge, seconds of real time: age of the oldest message that is neither sent nor ended otherwise. */
    WAITING_AGE("redress.notifications.waiting.age"),
    /** Gauge, 1 while the mail server cannot be reached, otherwise 0. */
    MAIL_SERVER_AWAY("redress.notifications.mail.server.away");

    private final String metricName;

    NotificationMetric(String metricName) {
        this.metricName = metricName;
    }

    /** Name in Micrometer's notation. */
    public String metricName() {
        return metricName;
    }
}
