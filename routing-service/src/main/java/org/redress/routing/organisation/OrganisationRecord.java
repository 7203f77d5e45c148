package org.redress.routing.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.EventCodec;
import org.redress.contracts.Head;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.platform.publishing.Aggregate;
import org.redress.platform.publishing.Ids;
import org.redress.routing.clocks.ClockRule;
import org.springframework.data.mongodb.core.mapping.Document;

/** The organisation over time: which content took effect when, each as a version that is published whole. */
@Document("organisations")
class OrganisationRecord extends Aggregate {

    /** How many versions there may be, and how many moves of units in all: what one document holds with room to spare. */
    static final int MOST_VERSIONS = 5_000;

    static final int MOST_MOVES = 40_000;

    private List<Version> versions = new ArrayList<>();
    private @Nullable LocalDate ledgerHeadOn;
    private long ledgerHead;

    OrganisationRecord(String id) {
        super(id);
    }

    @SuppressWarnings("unused") // for the mapping
    private OrganisationRecord() {}

    /** All that took effect, in order. */
    List<Version> versions() {
        return List.copyOf(versions);
    }

    /** Number of the version in effect; 0 before the first. */
    int active() {
        return versions.size();
    }

    /** True when it takes no version with as many moves any more. */
    boolean full(int moves) {
        long moved =
                versions.stream().mapToLong(version -> version.moves().size()).sum();
        return versions.size() >= MOST_VERSIONS || moved + moves > MOST_MOVES;
    }

    /**
     * Puts content into effect.
     *
     * @param why who does it, why, and what becomes of open cases
     */
    OrganisationActivated activate(Rulebook rulebook, String digest, Activation why, Instant now) {
        versions.add(new Version(versions.size() + 1, digest, now, why.by(), why.reason(), why.moves()));
        return record(event(nextHead(null, now), versions.size(), rulebook));
    }

    /** Bytes of the event that publishes an organisation, whichever version it becomes. */
    static int bytesOf(Rulebook rulebook) {
        String id = Ids.next();
        Head head = new Head(id, id, null, Long.MAX_VALUE, Integer.MAX_VALUE, Instant.EPOCH);
        return EventCodec.encode(event(head, Integer.MAX_VALUE, rulebook)).length;
    }

    private static OrganisationActivated event(Head head, int version, Rulebook rulebook) {
        Organisation organisation = rulebook.organisation();
        return new OrganisationActivated(
                head,
                version,
                organisation.name(),
                organisation.zone(),
                units(organisation),
                organisation.posts().values().stream()
                        .map(OrganisationRecord::post)
                        .toList(),
                rulebook.topics().nodes().stream()
                        .map(node -> new OrganisationActivated.TopicNode(
                                node.code(), node.name(), node.english(), node.parent()))
                        .toList(),
                new OrganisationActivated.Desk(
                        organisation.discipline().code(),
                        organisation.discipline().line()),
                rulebook.clocks().rules().stream()
                        .map(OrganisationRecord::clock)
                        .toList());
    }

    /** Publishes how far its ledger came on a day, once a day and only where it came further; false when it did not. */
    boolean publishLedgerHead(LocalDate day, long number, String hash, Instant now) {
        if (day.equals(ledgerHeadOn) || number <= ledgerHead) {
            return false;
        }
        ledgerHeadOn = day;
        ledgerHead = number;
        record(new LedgerHeadPublished(nextHead(null, now), day, number, hash));
        return true;
    }

    private static List<OrganisationActivated.Unit> units(Organisation organisation) {
        Discipline desk = organisation.discipline();
        // The desk belongs to the root for whoever lists units; its line of posts is its own.
        OrganisationActivated.Unit deskUnit = new OrganisationActivated.Unit(
                desk.code(),
                desk.name(),
                desk.english(),
                organisation.root().code(),
                desk.line().getLast(),
                desk.line().getFirst());
        return Stream.concat(
                        organisation.units().values().stream()
                                .map(unit -> new OrganisationActivated.Unit(
                                        unit.code(),
                                        unit.name(),
                                        unit.english(),
                                        unit.parent(),
                                        unit.head(),
                                        unit.petitionOffice())),
                        Stream.of(deskUnit))
                .toList();
    }

    private static OrganisationActivated.Post post(Post post) {
        return new OrganisationActivated.Post(
                post.id(),
                post.title(),
                post.english(),
                post.unit(),
                post.officer(),
                post.name(),
                post.email(),
                post.language(),
                post.deputy());
    }

    private static OrganisationActivated.ClockKind clock(ClockRule rule) {
        return new OrganisationActivated.ClockKind(rule.kind(), rule.name(Locale.CHINESE), rule.name(Locale.ENGLISH));
    }
}
