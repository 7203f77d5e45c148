package org.redress.tools.verifying;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.tools.verifying.Difference.Kind;

/**
 * Goes through all petitions once. What differs is read again before it is judged, since the services keep working,
 * and is only in flight while its last event is younger than a minute.
 */
final class Verification {

    private static final int CHUNK = 500;
    private static final Duration IN_FLIGHT = Duration.ofSeconds(60);

    private final Databases databases;
    private final InstantSource realTime;
    private final Findings findings = new Findings();

    Verification(Databases databases, InstantSource realTime) {
        this.databases = databases;
        this.realTime = realTime;
    }

    Findings run() {
        PetitionJoin petitions = new PetitionJoin(databases);
        List<Petition> chunk = new ArrayList<>();
        while (petitions.hasNext()) {
            chunk.add(petitions.next());
            if (chunk.size() == CHUNK || !petitions.hasNext()) {
                judge(chunk);
                chunk.clear();
            }
        }
        VolumeCheck.run(databases, findings);
        return findings;
    }

    private void judge(List<Petition> chunk) {
        Histories histories =
                Histories.read(databases, chunk.stream().map(Petition::id).toList());
        List<String> doubtful = new ArrayList<>();
        for (Petition petition : chunk) {
            findings.count(petition);
            if (!Judge.differences(petition, histories).isEmpty()) {
                doubtful.add(petition.id());
            }
        }
        if (!doubtful.isEmpty()) {
            judgeAgain(doubtful);
        }
    }

    private void judgeAgain(List<String> ids) {
        List<Petition> petitions = reread(ids);
        Histories histories = Histories.read(databases, ids);
        for (Petition petition : petitions) {
            List<Difference> differences = Judge.differences(petition, histories);
            boolean young =
                    histories.lastMade(petition.id()).filter(this::isYoung).isPresent();
            boolean parked = differences.stream().anyMatch(found -> found.kind() == Kind.PARKED);
            if (!differences.isEmpty() && young && !parked) {
                findings.inFlight();
            } else {
                differences.forEach(findings::add);
            }
        }
    }

    /**
     * Reads petitions whole. Histories are read after the positions in them, and consumers before their producers where
     * that is possible: a change in between then shows as a position that is behind a young event.
     */
    private List<Petition> reread(List<String> ids) {
        Map<Holder, Map<String, Stored>> found = new EnumMap<>(Holder.class);
        for (Holder holder : List.of(Holder.ANALYTICS, Holder.NOTIFICATION, Holder.INTAKE, Holder.ROUTING)) {
            found.put(holder, databases.find(holder, ids));
        }
        Map<String, Stored> receiptsNow = databases.find(Holder.INTAKE, ids);
        return ids.stream().map(id -> petition(id, found, receiptsNow.get(id))).toList();
    }

    private static Petition petition(String id, Map<Holder, Map<String, Stored>> found, @Nullable Stored receiptNow) {
        Petition petition = Petition.empty(id);
        found.forEach((holder, documents) -> {
            Stored stored = documents.get(id);
            if (stored != null) {
                petition.put(holder, stored);
            }
        });
        if (receiptNow != null) {
            petition.publishedNow(Holder.INTAKE, receiptNow.published());
        }
        return petition;
    }

    private boolean isYoung(Instant moment) {
        return Duration.between(moment, realTime.instant()).abs().compareTo(IN_FLIGHT) < 0;
    }
}
