package org.redress.tools.verifying;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.tools.verifying.Difference.Kind;

/**
 * Compares what figures are computed over with the cases themselves, field by field. A case whose events have not all
 * come is left to the comparison of positions, so that nothing that is on its way is told.
 */
final class FactsCheck {

    private static final List<String> KEPT = List.of("inbox", "facts");
    private static final List<String> CASE =
            List.of("epoch", "sequence", "registration", "state", "ordinary", "clocks", "history");

    private static final Set<String> ACCEPTED = Set.of("ACCEPTED");
    private static final Set<String> ANSWERED = Set.of("ANSWERED", "OPINION_GIVEN");
    private static final Set<String> CONTACTED = Set.of("CONTACTED");
    private static final Set<String> REGISTERED = Set.of("REGISTERED");
    private static final Set<String> TAKEN_ON = Set.of(
            "ACCEPTED",
            "DECLINED",
            "LED_ELSEWHERE",
            "TRANSFERRED",
            "ASSIGNED",
            "UNIT_DECIDED",
            "MERGED",
            "ANSWERED",
            "OPINION_GIVEN");

    private final Databases databases;
    private final Findings findings;
    private final ZoneId zone;

    private FactsCheck(Databases databases, Findings findings, ZoneId zone) {
        this.databases = databases;
        this.findings = findings;
        this.zone = zone;
    }

    /**
     * Adds what differs to the findings.
     *
     * @param zone the organisation's zone, whose days figures count
     */
    static void run(Databases databases, Findings findings, ZoneId zone) {
        FactsCheck check = new FactsCheck(databases, findings, zone);
        String last = null;
        for (List<Document> page = databases.page(Holder.FIGURES, last, KEPT);
                !page.isEmpty();
                page = databases.page(Holder.FIGURES, last, KEPT)) {
            check.compare(page);
            last = page.getLast().getString("_id");
        }
    }

    /** Facts were read before the cases: where both stand at the same event, they tell of the same moment. */
    private void compare(List<Document> page) {
        Map<String, Document> cases = databases.documents(
                Holder.ROUTING, page.stream().map(kept -> kept.getString("_id")).toList(), CASE);
        for (Document kept : page) {
            Document facts = kept.get("facts", Document.class);
            Document ours = cases.get(kept.getString("_id"));
            if (facts != null && ours != null && isLevel(Stored.of(kept), Stored.of(ours))) {
                compare(kept.getString("_id"), facts, ours);
            }
        }
    }

    private static boolean isLevel(Stored facts, Stored ours) {
        Position position = facts.inbox(Stream.CASES);
        return !position.parked() && position.sameAs(ours.published());
    }

    private void compare(String id, Document facts, Document ours) {
        Map<String, @Nullable Object> kept = kept(facts);
        List<String> wrong = new ArrayList<>();
        told(ours).forEach((field, value) -> {
            if (!Objects.equals(value, kept.get(field))) {
                wrong.add(field + " is " + kept.get(field) + " where routing has " + value);
            }
        });
        if (!wrong.isEmpty()) {
            findings.add(new Difference(
                    Kind.FACTS,
                    "petitionId",
                    id,
                    "analytics",
                    String.join(", ", wrong),
                    new Remedy.ByHand("run rebuild figures")));
        }
    }

    private static Map<String, @Nullable Object> kept(Document facts) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (String field : List.of("unit", "topic", "channel", "purpose", "headCount", "petitioner", "state")) {
            kept.put(field, facts.get(field));
        }
        kept.put("restricted", facts.get("restricted"));
        for (String field : List.of("registeredOn", "firstStepOn", "acceptedOn", "answeredOn", "contactedOn")) {
            kept.put(field, facts.get(field));
        }
        kept.put(
                "clocks",
                facts.getList("clocks", Document.class, List.of()).stream()
                        .map(clock -> clock.get("kind") + " " + clock.get("dueOn") + " " + clock.get("state"))
                        .collect(Collectors.joining("; ")));
        return kept;
    }

    private Map<String, @Nullable Object> told(Document ours) {
        Document registration = ours.get("registration", new Document());
        Document petition = registration.get("petition", new Document());
        Document classification = registration.get("classification", new Document());
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("unit", registration.get("assignment", new Document()).get("unit"));
        told.put("topic", classification.get("topic"));
        told.put("channel", petition.get("channel"));
        told.put("purpose", name(petition.getString("purpose")));
        told.put("headCount", petition.get("headCount"));
        told.put("petitioner", petition.get("petitioner"));
        told.put("state", name(ours.getString("state")));
        told.put("restricted", !ours.getBoolean("ordinary", true));
        told.put("registeredOn", first(ours, REGISTERED));
        told.put("firstStepOn", first(ours, TAKEN_ON));
        told.put("acceptedOn", first(ours, ACCEPTED));
        told.put("answeredOn", first(ours, ANSWERED));
        told.put("contactedOn", first(ours, CONTACTED));
        told.put(
                "clocks",
                ours.get("clocks", new Document()).getList("all", Document.class, List.of()).stream()
                        .filter(clock -> !clock.getList("rungs", Document.class, List.of())
                                .isEmpty())
                        .map(clock -> clock.get("kind") + " " + clock.get("dueOn") + " " + clock.get("state"))
                        .collect(Collectors.joining("; ")));
        return told;
    }

    private static @Nullable String name(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String first(Document ours, Set<String> what) {
        return ours.getList("history", Document.class, List.of()).stream()
                .filter(entry -> what.contains(String.valueOf(entry.get("what"))))
                .map(entry -> LocalDate.ofInstant(entry.getDate("at").toInstant(), zone)
                        .toString())
                .findFirst()
                .orElse(null);
    }
}
