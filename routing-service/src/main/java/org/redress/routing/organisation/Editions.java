package org.redress.routing.organisation;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.StaleAggregateException;
import org.redress.routing.calendar.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The versions of the organisation: the one in effect, and those that older cases keep. */
public final class Editions {

    private static final Logger log = LoggerFactory.getLogger(Editions.class);

    private final AggregateStore<OrganisationRecord> records;
    private final MongoTemplate mongo;
    private final WorkingCalendar calendar;
    private final Map<Integer, Edition> known = new ConcurrentHashMap<>();
    private final Edition active;

    /** Puts the files into effect as a new version when they differ from the one in effect. */
    Editions(
            AggregateStore<OrganisationRecord> records,
            MongoTemplate mongo,
            WorkingCalendar calendar,
            InstantSource clock,
            RulebookFiles files) {
        this.records = records;
        this.mongo = mongo;
        this.calendar = calendar;
        this.active = activate(files, files.rulebook(), clock);
        known.put(active.number(), active);
    }

    /** The one in effect. */
    public Edition active() {
        return active;
    }

    /**
     * The one of that number.
     *
     * @throws IllegalStateException when there never was one
     */
    public Edition of(int number) {
        return known.computeIfAbsent(number, this::load);
    }

    private Edition load(int number) {
        String digest = records.find(active.organisation().id())
                .flatMap(kept -> kept.version(number))
                .map(OrganisationRecord.Version::digest)
                .orElseThrow(() -> new IllegalStateException("there is no version " + number + " of the organisation"));
        RulebookFiles files = mongo.findById(digest, RulebookFiles.class);
        if (files == null) {
            throw new IllegalStateException("the files of version " + number + " of the organisation are missing");
        }
        return Edition.of(number, files.rulebook(), calendar);
    }

    private Edition activate(RulebookFiles files, Rulebook rulebook, InstantSource clock) {
        mongo.save(files);
        String id = rulebook.organisation().id();
        while (true) {
            OrganisationRecord kept = records.find(id).orElseGet(() -> new OrganisationRecord(id));
            boolean first = kept.active().isEmpty();
            boolean same = kept.active()
                    .filter(version -> version.digest().equals(files.digest()))
                    .isPresent();
            if (same || written(kept, first, rulebook, files, clock)) {
                int number = kept.active().orElseThrow().number();
                log.info("Version {} of the organisation {} is in effect", number, id);
                return Edition.of(number, rulebook, calendar);
            }
        }
    }

    /** False when another instance was faster: then what it wrote is looked at. */
    private boolean written(
            OrganisationRecord kept, boolean first, Rulebook rulebook, RulebookFiles files, InstantSource clock) {
        kept.activate(rulebook.organisation(), files.digest(), clock.instant());
        try {
            if (first) {
                records.insert(kept);
            } else {
                records.save(kept);
            }
            return true;
        } catch (DuplicateKeyException | StaleAggregateException e) {
            log.info("Another instance changed the organisation at the same moment: {}", e.toString());
            return false;
        }
    }
}
