package org.redress.analytics.hotspots;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.analytics.hotspots.Hotspots.Alert;
import org.redress.analytics.hotspots.Hotspots.Standing;
import org.redress.analytics.sightings.Groupings;
import org.redress.analytics.sightings.Seen;
import org.redress.analytics.sightings.SightingProjection;
import org.redress.platform.looping.Loop;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.publishing.AggregateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the end of each day which matters became hot and which are no longer, once routing has told all petitions of that
 * day. What is written is guarded, and a day that is looked at twice tells nothing twice.
 */
final class HotspotKeeper {

    private static final Logger log = LoggerFactory.getLogger(HotspotKeeper.class);

    /** A rise that shows later than this, as on a first look at old petitions, is listed and tells nobody. */
    private static final int NEWS_DAYS = 14;

    private static final int MOST_STANDING = 50;

    private final Groupings groupings;
    private final SightingProjection sightings;
    private final AggregateStore<Hotspot> store;
    private final HotspotList hotspots;
    private final Evenings evenings;
    private final Directories directories;
    private final InstantSource clock;
    private final ZoneId zone;

    HotspotKeeper(
            Groupings groupings,
            SightingProjection sightings,
            AggregateStore<Hotspot> store,
            HotspotList hotspots,
            Evenings evenings,
            Directories directories,
            InstantSource clock,
            ZoneId zone) {
        this.groupings = groupings;
        this.sightings = sightings;
        this.store = store;
        this.hotspots = hotspots;
        this.evenings = evenings;
        this.directories = directories;
        this.clock = clock;
        this.zone = zone;
    }

    /** Looks at the days that are complete and were not looked at. */
    void look() {
        Optional<LocalDate> complete = groupings.complete();
        Directory directory = directories.newest();
        if (complete.isPresent() && directory.isKnown()) {
            LocalDate to = complete.get();
            LocalDate from = evenings.last().map(last -> last.plusDays(1)).orElse(to);
            if (!from.isAfter(to)) {
                lookAt(from, to, directory);
            }
        }
    }

    /**
     * What is known of the petitions of a year, by their groups.
     *
     * @param byGroup the cases of each group, by their ids
     * @param byDay the cases that came on each day, in their order
     */
    private record Year(Map<Integer, Map<String, Seen>> byGroup, List<Sighted> byDay) {}

    private record Sighted(int group, Sighting sighting) {}

    private Year year(LocalDate from, LocalDate to) {
        Map<String, Seen> seen = sightings.between(from.minusDays(Gathering.YEAR), to);
        Map<String, Integer> groupOf = groupings.groupsOf(seen.keySet());
        Map<Integer, Map<String, Seen>> byGroup = new HashMap<>();
        List<Sighted> byDay = new ArrayList<>();
        groupOf.forEach((id, group) -> {
            Seen each = seen.get(id);
            if (each != null && !each.apart()) {
                byGroup.computeIfAbsent(group, key -> new HashMap<>()).put(id, each);
                byDay.add(new Sighted(group, new Sighting(each.day(), Picture.writer(id, each))));
            }
        });
        byDay.sort(Comparator.comparing((Sighted each) -> each.sighting().day())
                .thenComparingInt(Sighted::group)
                .thenComparing(each -> each.sighting().writer()));
        return new Year(byGroup, byDay);
    }

    private void lookAt(LocalDate from, LocalDate to, Directory directory) {
        Year year = year(from, to);
        Hotspots found = new Hotspots();
        hotspots.all()
                .forEach(hotspot ->
                        found.resume(groupings.today(hotspot.group()), hotspot.isHot(), hotspot.alertedAt()));
        int next = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Loop.comesForward();
            for (;
                    next < year.byDay().size()
                            && !year.byDay().get(next).sighting().day().isAfter(day);
                    next++) {
                Sighted each = year.byDay().get(next);
                found.sighted(each.group(), each.sighting());
            }
            List<Alert> alerts = found.endOf(day);
            write(day, found, alerts, year, directory);
            evenings.keep(day, standing(found));
        }
    }

    private List<Standing> standing(Hotspots found) {
        Map<Integer, Double> distinctness = new HashMap<>();
        return found
                .standing(group -> distinctness.computeIfAbsent(
                        group, key -> groupings.about(key).distinctness()))
                .stream()
                .limit(MOST_STANDING)
                .toList();
    }

    private void write(LocalDate day, Hotspots found, List<Alert> alerts, Year year, Directory directory) {
        Map<Integer, Hotspot> hot = new LinkedHashMap<>();
        List<Hotspot> overtaken = new ArrayList<>();
        hotspots.hot().forEach(hotspot -> {
            Hotspot other = hot.putIfAbsent(groupings.today(hotspot.group()), hotspot);
            if (other != null) {
                overtaken.add(hotspot);
            }
        });
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Two that turned out to be one go on as the first of them.
        overtaken.forEach(hotspot -> hotspot.end(day, now));
        List<Hotspot> changed = new ArrayList<>(overtaken);
        List<Hotspot> fresh = new ArrayList<>();
        for (Alert alert : alerts) {
            Hotspot known = hot.get(alert.group());
            if (alert.begins() && known == null) {
                rose(alert, found.people(alert.group()), year, directory, now).ifPresent(fresh::add);
            } else if (!alert.begins() && known != null) {
                known.end(day, now);
                changed.add(known);
            }
        }
        hot.forEach((group, hotspot) -> {
            if (hotspot.isHot() && hotspot.stands(found.rise(group, day))) {
                changed.add(hotspot);
            }
        });
        store.insertAll(fresh);
        if (!changed.isEmpty() && !store.saveAll(changed).staleUnlessFailed().isEmpty()) {
            throw new IllegalStateException("a hotspot was changed meanwhile; the day is looked at again");
        }
        if (!fresh.isEmpty() || !overtaken.isEmpty()) {
            log.info("{} matters became hot on {}", fresh.size(), day);
        }
    }

    private Optional<Hotspot> rose(Alert alert, int people, Year year, Directory directory, Instant now) {
        List<String> scopes = year.byGroup().getOrDefault(alert.group(), Map.of()).values().stream()
                .map(Seen::scope)
                .toList();
        boolean news = !alert.day().isBefore(LocalDate.ofInstant(now, zone).minusDays(NEWS_DAYS));
        return Lines.lowest(scopes, directory)
                .map(unit -> new Hotspot(
                        alert.group(),
                        unit.code(),
                        news ? Lines.leaders(unit, directory) : List.of(),
                        groupings.about(alert.group()).terms(),
                        alert.day(),
                        alert.rise(),
                        people,
                        now));
    }
}
