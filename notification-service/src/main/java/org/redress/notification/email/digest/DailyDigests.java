package org.redress.notification.email.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redress.notification.notifications.Notifications;
import org.redress.notification.notifications.Plan;
import org.redress.notification.notifications.Template;
import org.redress.platform.looping.Loop;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Plans one digest for each post and day, at the configured hour of business time, where something waits. Its id is the
 * post and the day, so that neither a restart nor a second instance plans another; hours that a clock jumped over make
 * one digest, that of the latest day. Reminders wait for no morning.
 */
@Component
class DailyDigests {

    /** So long nobody has reminded a post of more. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final DigestLines lines;
    private final Notifications notifications;
    private final DigestSettings settings;
    private final InstantSource clock;
    private final ZoneId zone;
    private Map<String, Instant> reminded = Map.of();
    private Instant planned = Instant.MIN;
    private long plannedNanos;

    DailyDigests(
            DigestLines lines, Notifications notifications, DigestSettings settings, InstantSource clock, ZoneId zone) {
        this.lines = lines;
        this.notifications = notifications;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @Bean
    Loop planningDigests(@Value("${redress.notification.digest.look-every:2s}") Duration every) {
        return Loop.every("planning-digests", every, this::look);
    }

    void look() {
        remind();
        ZonedDateTime latest = latest(clock.instant().atZone(zone), settings);
        boolean lately = System.nanoTime() - plannedNanos < settings.again().toNanos();
        if (latest.toInstant().equals(planned) && lately) {
            return;
        }
        plan(latest);
        planned = latest.toInstant();
        plannedNanos = System.nanoTime();
    }

    /**
     * Plans one message for each post that was reminded, once nobody reminded it for a moment: what is reminded of together
     * is told together. Its id is the post and the last reminder, and one that waits to be gathered is not planned again.
     */
    private void remind() {
        Instant now = clock.instant();
        Map<String, Instant> quiet = new HashMap<>(lines.reminded());
        quiet.values().removeIf(last -> last.plus(QUIET).isAfter(now));
        List<Plan> plans = quiet.entrySet().stream()
                .filter(each -> !each.getValue().equals(reminded.get(each.getKey())))
                .map(each -> Plan.digest(
                        each.getKey() + ":reminders:" + each.getValue().toEpochMilli(),
                        each.getKey(),
                        each.getValue().plusMillis(1),
                        Template.REMINDERS))
                .toList();
        notifications.keep(plans);
        reminded = quiet;
    }

    /** The latest moment at which digests were due. */
    static ZonedDateTime latest(ZonedDateTime now, DigestSettings settings) {
        ZonedDateTime today = now.with(settings.at());
        return today.isAfter(now) ? now.minusDays(1).with(settings.at()) : today;
    }

    private void plan(ZonedDateTime at) {
        Instant until = at.toInstant();
        List<Plan> plans = lines.waiting(until).stream()
                .map(post -> Plan.digest(post + ":" + at.toLocalDate(), post, until, Template.DIGEST))
                .toList();
        notifications.keep(plans);
    }
}
