package org.redress.tools.verifying;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.redress.tools.verifying.Difference.Kind;

/**
 * Goes through everything once. What differs is read again before it is judged, since the services keep working,
 * and is only in flight while its last event is young.
 */
final class Verification {

    private static final int CHUNK = 500;

    private final Databases databases;
    private final InstantSource realTime;
    private final Duration inFlight;
    private final Optional<LedgerKeys> keys;
    private final ZoneId zone;
    private final Findings findings = new Findings();

    /**
     * One verification.
     *
     * @param inFlight how long something may be on its way
     * @param keys what lines of the ledger are hashed with
     * @param zone the organisation's zone
     */
    Verification(
            Databases databases, InstantSource realTime, Duration inFlight, Optional<LedgerKeys> keys, ZoneId zone) {
        this.databases = databases;
        this.realTime = realTime;
        this.inFlight = inFlight;
        this.keys = keys;
        this.zone = zone;
    }

    Findings run() {
        for (Family family : Family.values()) {
            run(family);
        }
        VolumeCheck.run(databases, findings);
        LedgerCheck.run(databases, keys, findings);
        HolderCheck.run(databases, findings);
        FactsCheck.run(databases, findings, zone);
        return findings;
    }

    /** Those of the ids for which a consumer has not yet applied what there is, however young. */
    List<String> behind(Family family, List<String> ids) {
        List<String> behind = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            List<Subject> subjects = reread(family, chunk);
            Histories histories = Histories.read(databases, family, chunk);
            subjects.stream()
                    .filter(subject -> Judge.differences(family, subject, histories).stream()
                            .anyMatch(found -> found.remedy() instanceof Remedy.Redrive))
                    .map(Subject::id)
                    .forEach(behind::add);
        }
        return behind;
    }

    private void run(Family family) {
        SubjectJoin subjects = new SubjectJoin(databases, family);
        List<Subject> chunk = new ArrayList<>();
        while (subjects.hasNext()) {
            chunk.add(subjects.next());
            if (chunk.size() == CHUNK || !subjects.hasNext()) {
                judge(family, chunk);
                chunk.clear();
            }
        }
    }

    private void judge(Family family, List<Subject> chunk) {
        Histories histories = Histories.read(
                databases, family, chunk.stream().map(Subject::id).toList());
        List<String> doubtful = new ArrayList<>();
        for (Subject subject : chunk) {
            if (family == Family.PETITIONS) {
                findings.count(subject);
            }
            if (!Judge.differences(family, subject, histories).isEmpty()) {
                doubtful.add(subject.id());
            }
        }
        if (!doubtful.isEmpty()) {
            judgeAgain(family, doubtful);
        }
    }

    private void judgeAgain(Family family, List<String> ids) {
        List<Subject> subjects = reread(family, ids);
        Histories histories = Histories.read(databases, family, ids);
        for (Subject subject : subjects) {
            List<Difference> differences = Judge.differences(family, subject, histories);
            boolean young =
                    histories.lastMade(subject.id()).filter(this::isYoung).isPresent();
            boolean parked = differences.stream().anyMatch(found -> found.kind() == Kind.PARKED);
            if (!differences.isEmpty() && young && !parked) {
                findings.inFlight();
            } else {
                differences.forEach(findings::add);
            }
        }
    }

    /**
     * Reads all anew: first who only follows, then the producers, then the producers' histories once more, since they
     * follow each other; the events themselves are read after all positions. A change in between then shows as a
     * position that is behind a young event.
     */
    private List<Subject> reread(Family family, List<String> ids) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        ids.forEach(id -> subjects.put(id, Subject.empty(id)));
        for (Holder holder : family.followers()) {
            read(holder, subjects, (subject, stored) -> subject.put(holder, stored));
        }
        for (Holder holder : family.producers()) {
            read(holder, subjects, (subject, stored) -> subject.put(holder, stored));
        }
        for (Holder holder : family.producers()) {
            read(holder, subjects, (subject, stored) -> subject.publishedNow(holder, stored.published()));
        }
        return List.copyOf(subjects.values());
    }

    private void read(Holder holder, Map<String, Subject> subjects, BiConsumer<Subject, Stored> consumer) {
        databases.find(holder, subjects.keySet()).forEach((id, stored) -> {
            Subject subject = subjects.get(id);
            if (subject != null) {
                consumer.accept(subject, stored);
            }
        });
    }

    private boolean isYoung(Instant moment) {
        return Duration.between(moment, realTime.instant()).abs().compareTo(inFlight) < 0;
    }
}
