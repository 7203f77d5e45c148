package org.redress.analytics.hotspots;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.redress.analytics.hotspots.Hotspots.Standing;
import org.redress.analytics.sightings.Groupings;
import org.redress.analytics.sightings.Seen;
import org.redress.analytics.sightings.SightingProjection;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.web.RefusedException;
import org.redress.platform.web.UnavailableException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The hotspots as their leaders see them. Each is shown to who leads the lowest unit below which all its petitions stand
 * today, and to supervisors; fewer than five people are shown to nobody.
 */
public final class HotspotList {

    /** Days for which one that ended is still listed. */
    private static final int LISTED_DAYS = 90;

    private static final int TRIES = 5;
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);

    private final MongoTemplate mongo;
    private final AggregateStore<Hotspot> store;
    private final Groupings groupings;
    private final SightingProjection sightings;
    private final Evenings evenings;
    private final Directories directories;
    private final InstantSource clock;

    HotspotList(
            MongoTemplate mongo,
            AggregateStore<Hotspot> store,
            Groupings groupings,
            SightingProjection sightings,
            Evenings evenings,
            Directories directories,
            InstantSource clock) {
        this.mongo = mongo;
        this.store = store;
        this.groupings = groupings;
        this.sightings = sightings;
        this.evenings = evenings;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param officer id of the officer
     * @param overseer true for a supervisor, who sees all
     */
    public record Caller(String officer, boolean overseer) {}

    /**
     * A hotspot and what can be said of it today.
     *
     * @param hotspot the hotspot
     * @param picture its petitions
     * @param terms what it is about
     * @param effects how many wrote before and after each of its measures, in their order
     */
    public record Matter(Hotspot hotspot, Picture picture, List<String> terms, List<Effect> effects) {}

    /**
     * A matter that stands.
     *
     * @param standing how
     * @param picture its petitions of a year
     * @param terms what it is about
     */
    public record Stood(Standing standing, Picture picture, List<String> terms) {}

    /** The last day that was looked at; empty before the first. */
    public Optional<LocalDate> day() {
        return evenings.last();
    }

    /** Those the reader leads: hot ones first, the hottest before others; then those that ended, the last one first. */
    public List<Matter> of(Caller reader) {
        View view = view(reader);
        LocalDate since = day().orElse(LocalDate.EPOCH).minusDays(LISTED_DAYS);
        return read(new Query(new Criteria()
                        .orOperator(
                                Criteria.where("endedOn").exists(false),
                                Criteria.where("endedOn").gte(since.toString()))))
                .stream()
                .flatMap(hotspot -> matter(hotspot, view).stream())
                .sorted(Comparator.comparing((Matter each) -> !each.hotspot().isHot())
                        .thenComparing(HotspotList::ended, Comparator.reverseOrder())
                        .thenComparingDouble(each -> -each.hotspot().latest().heat())
                        .thenComparing(each -> each.hotspot().id()))
                .toList();
    }

    private static LocalDate ended(Matter matter) {
        LocalDate ended = matter.hotspot().endedOn();
        return ended == null ? LocalDate.MAX : ended;
    }

    /** One the reader leads; empty where there is none, or it is somebody else's. */
    public Optional<Matter> find(String id, Caller reader) {
        return store.find(id).flatMap(hotspot -> matter(hotspot, view(reader)));
    }

    /** Earlier hotspots of the same matter, the last one first. */
    public List<Hotspot> earlier(Matter matter) {
        int group = groupings.today(matter.hotspot().group());
        return all().stream()
                .filter(other -> other.day().isBefore(matter.hotspot().day()))
                .filter(other -> groupings.today(other.group()) == group)
                .sorted(Comparator.comparing(Hotspot::day).reversed())
                .toList();
    }

    private Optional<Matter> matter(Hotspot hotspot, View view) {
        int group = groupings.today(hotspot.group());
        Map<String, Seen> seen = seen(group, hotspot.since().minusDays(Gathering.YEAR), LocalDate.MAX);
        List<Effect> effects = effects(hotspot, seen);
        LocalDate ended = hotspot.endedOn();
        if (ended != null) {
            seen.values().removeIf(each -> each.day().isAfter(ended));
        }
        return picture(seen, view)
                .map(picture ->
                        new Matter(hotspot, picture, groupings.about(group).terms(), effects));
    }

    private List<Effect> effects(Hotspot hotspot, Map<String, Seen> seen) {
        LocalDate until = day().orElse(hotspot.day());
        List<Sighting> sightings = new ArrayList<>();
        seen.forEach((id, each) -> sightings.add(new Sighting(each.day(), Picture.writer(id, each))));
        return hotspot.measures().stream()
                .map(measure -> Effect.of(sightings, measure.from(), until))
                .toList();
    }

    /** The matters that stood at the end of the last day and that the reader leads, in their order. */
    public List<Stood> standing(Caller reader) {
        View view = view(reader);
        LocalDate from = day().orElse(LocalDate.EPOCH).minusDays(Gathering.YEAR);
        List<Stood> all = new ArrayList<>();
        for (Standing each : evenings.standing()) {
            int group = groupings.today(each.group());
            picture(seen(group, from, LocalDate.MAX), view)
                    .ifPresent(picture -> all.add(
                            new Stood(each, picture, groupings.about(group).terms())));
        }
        return all;
    }

    /** What is known of a group's petitions of these days, without those that are kept from anybody. */
    private Map<String, Seen> seen(int group, LocalDate from, LocalDate to) {
        Map<String, Seen> seen = new HashMap<>(sightings.of(groupings.members(group)));
        seen.values()
                .removeIf(each ->
                        each.apart() || each.day().isBefore(from) || each.day().isAfter(to));
        return seen;
    }

    private Optional<Picture> picture(Map<String, Seen> seen, View view) {
        return Lines.lowest(seen.values().stream().map(Seen::scope).toList(), view.directory())
                .filter(unit -> view.reader().overseer() || view.led().contains(unit.code()))
                .map(unit -> Picture.of(seen, unit.code()))
                .filter(picture -> picture.people() >= Gathering.FEWEST);
    }

    /**
     * What a reader may see.
     *
     * @param led codes of the units the reader leads
     */
    private record View(Caller reader, Directory directory, Set<String> led) {}

    private View view(Caller reader) {
        Directory newest = directories.newest();
        if (!newest.isKnown()) {
            throw new UnavailableException("organisation.not-told", UNTIL_TOLD);
        }
        return new View(reader, newest, Lines.led(reader.officer(), newest));
    }

    /** The reader looks after it. */
    public Optional<Matter> acknowledge(String id, Caller reader) {
        return change(id, reader, hotspot -> hotspot.acknowledge(reader.officer(), now()));
    }

    /** The reader says that it is none. */
    public Optional<Matter> dismiss(String id, Hotspot.Reason reason, Caller reader) {
        return change(id, reader, hotspot -> hotspot.dismiss(reader.officer(), reason, now()));
    }

    /**
     * Sets down what is done about it, once where it is sent twice.
     *
     * @throws RefusedException when it takes no more
     */
    public Optional<Matter> take(String id, String what, String owner, LocalDate from, Caller reader) {
        return change(
                id, reader, hotspot -> hotspot.take(new Hotspot.Measure(what, owner, from, reader.officer(), now())));
    }

    private Optional<Matter> change(String id, Caller reader, Consumer<Hotspot> change) {
        for (int attempt = 1; ; attempt++) {
            Optional<Matter> found = find(id, reader);
            if (found.isEmpty()) {
                return found;
            }
            Hotspot hotspot = found.get().hotspot();
            change.accept(hotspot);
            if (attempt == TRIES) {
                store.save(hotspot);
                return find(id, reader);
            }
            if (store.saveUnlessStale(hotspot)) {
                return find(id, reader);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    List<Hotspot> all() {
        return read(new Query());
    }

    /** Those that are hot, the first one first. */
    List<Hotspot> hot() {
        return read(Query.query(Criteria.where("endedOn").exists(false))).stream()
                .sorted(Comparator.comparing(Hotspot::day).thenComparing(Hotspot::id))
                .toList();
    }

    private List<Hotspot> read(Query query) {
        query.fields().exclude("pending");
        return store.read(mongo.find(query, Document.class, Hotspot.COLLECTION)).read();
    }
}
