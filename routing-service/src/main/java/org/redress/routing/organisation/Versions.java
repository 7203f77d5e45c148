package org.redress.routing.organisation;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.redress.platform.publishing.AggregateStore;
import org.redress.platform.publishing.EventTooLargeException;
import org.redress.platform.publishing.StaleAggregateException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Which content of the organisation took effect when, with the files of each; what every instance goes by. */
public final class Versions {

    private final String organisation;
    private final AggregateStore<OrganisationRecord> records;
    private final MongoTemplate mongo;
    private final InstantSource clock;

    Versions(
            String organisation, AggregateStore<OrganisationRecord> records, MongoTemplate mongo, InstantSource clock) {
        this.organisation = organisation;
        this.records = records;
        this.mongo = mongo;
        this.clock = clock;
    }

    /** All, in order of their numbers, the one in effect last; none before the first start. */
    public List<Version> all() {
        return records.find(organisation).map(OrganisationRecord::versions).orElse(List.of());
    }

    /** True when the history takes no version with as many moves any more. */
    public boolean full(int moves) {
        return records.find(organisation).filter(record -> record.full(moves)).isPresent();
    }

    /** The version of that number. */
    public Optional<Version> find(int number) {
        return all().stream().filter(version -> version.number() == number).findFirst();
    }

    /** The names of the files of each version, by its digest. */
    public Map<String, List<String>> fileNames() {
        Query query = Query.query(
                Criteria.where("_id").in(all().stream().map(Version::digest).toList()));
        query.fields().include("files.name");
        return mongo.find(query, Document.class, mongo.getCollectionName(RulebookFiles.class)).stream()
                .collect(Collectors.toMap(
                        kept -> kept.getString("_id"),
                        kept -> kept.getList("files", Document.class).stream()
                                .map(file -> file.getString("name"))
                                .toList()));
    }

    /** Keeps files, so that they can be put into effect by their digest. */
    public void keep(RulebookFiles files) {
        mongo.save(files);
    }

    /** The files with a digest; empty when they were never kept. */
    public Optional<RulebookFiles> files(String digest) {
        return Optional.ofNullable(mongo.findById(digest, RulebookFiles.class));
    }

    /**
     * What files with a digest said when they took effect; empty when they were never kept. Releases that kept the files
     * alone, or wrote a newer form, leave the files to be read.
     */
    Optional<Rulebook> rulebook(String digest) {
        return Optional.ofNullable(mongo.findById(digest, StoredRulebook.class))
                .filter(StoredRulebook::readable)
                .map(StoredRulebook::rulebook)
                .or(() -> files(digest).map(files -> {
                    Rulebook rulebook = files.keptRulebook();
                    keep(digest, rulebook);
                    return rulebook;
                }));
    }

    /** Whoever parses them first, has parsed them for ever. */
    private void keep(String digest, Rulebook rulebook) {
        StoredRulebook stored = StoredRulebook.of(digest, rulebook);
        Update update = new Update().setOnInsert("format", stored.format()).setOnInsert("json", stored.json());
        mongo.upsert(Query.query(Criteria.where("_id").is(digest)), update, StoredRulebook.class);
    }

    /**
     * Puts kept files into effect as the version after the one that was looked at.
     *
     * @param before number of the version that was looked at; 0 when there was none
     * @return false when another version has taken effect since; nothing was written then
     * @throws EventTooLargeException when the organisation is too large to be published whole; nothing was written
     */
    public boolean activate(int before, Rulebook rulebook, String digest, Activation why) {
        boolean written = false;
        while (!written) {
            OrganisationRecord kept = records.find(organisation).orElseGet(() -> new OrganisationRecord(organisation));
            if (kept.active() != before) {
                return false;
            }
            keep(digest, rulebook);
            kept.activate(rulebook, digest, why, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            written = write(kept, before == 0);
        }
        return true;
    }

    /** False when it was written meanwhile: a version took effect, or the head of the ledger was published. */
    private boolean write(OrganisationRecord record, boolean first) {
        try {
            if (first) {
                records.insert(record);
            } else {
                records.save(record);
            }
            return true;
        } catch (DuplicateKeyException | StaleAggregateException e) {
            return false;
        }
    }

    /** Publishes how far the ledger came on a day, once a day; another instance may be faster. */
    public void publishLedgerHead(LocalDate day, long number, String hash) {
        Optional<OrganisationRecord> kept = records.find(organisation);
        if (kept.isPresent()
                && kept.get()
                        .publishLedgerHead(day, number, hash, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            // Where it was written meanwhile, this is looked at again soon.
            records.saveUnlessStale(kept.get());
        }
    }
}
