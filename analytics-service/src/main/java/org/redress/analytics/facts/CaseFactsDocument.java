package org.redress.analytics.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Clock;

/**
 * Facts as the database keeps them. They end with a check over all of it: where that does not fit, somebody changed them
 * there, which is remembered until they are built anew.
 */
final class CaseFactsDocument {

    /** Fields that are searched by. */
    static final List<String> INDEXED =
            List.of("receivedOn", "registeredOn", "acceptedOn", "answeredOn", "endedOn", "dues", "petitioner");

    private static final String CHECK = "check";
    private static final int CHECK_BYTES = 8;

    private CaseFactsDocument() {}

    static Document write(CaseFacts facts) {
        Document document = new Document("petition", facts.petitionId())
                .append("scope", facts.scope())
                .append("restricted", facts.restricted())
                .append("owner", facts.owner())
                .append("unit", facts.unit())
                .append("topic", facts.topic())
                .append("channel", facts.channel())
                .append("purpose", facts.purpose())
                .append("headCount", facts.headCount())
                .append("petitioner", facts.petitioner())
                .append("receivedOn", text(facts.receivedOn()))
                .append("registeredOn", text(facts.registeredOn()))
                .append("state", facts.state())
                .append("firstStepOn", text(facts.firstStepOn()))
                .append("acceptedOn", text(facts.acceptedOn()))
                .append("acceptanceDueOn", text(facts.acceptanceDueOn()))
                .append("deemedOn", text(facts.deemedOn()))
                .append("contactedOn", text(facts.contactedOn()))
                .append("answeredOn", text(facts.answeredOn()))
                .append("endedOn", text(facts.endedOn()))
                .append("promised", facts.promised())
                .append("promiseKeptOn", text(facts.promiseKeptOn()))
                .append("opinion", facts.opinion())
                .append("review", facts.review())
                .append("reReview", facts.reReview())
                .append("handOvers", facts.handOvers())
                .append("supervisions", facts.supervisions())
                .append("extendedDays", facts.extendedDays())
                .append(
                        "clocks",
                        facts.clocks().stream().map(CaseFactsDocument::clock).toList())
                .append("dues", dues(facts.clocks()))
                .append(
                        "places",
                        facts.places().stream().map(CaseFactsDocument::place).toList())
                .append("altered", facts.altered());
        return document.append(CHECK, check(document));
    }

    static CaseFacts read(Document document) {
        Document plain = new Document(document);
        Object check = plain.remove(CHECK);
        return new CaseFacts(
                document.getString("petition"),
                document.getString("scope"),
                document.getBoolean("restricted"),
                document.getString("owner"),
                document.getString("unit"),
                document.getString("topic"),
                document.getString("channel"),
                document.getString("purpose"),
                document.getInteger("headCount"),
                document.getString("petitioner"),
                day(document, "receivedOn"),
                day(document, "registeredOn"),
                document.getString("state"),
                dayOrNull(document, "firstStepOn"),
                dayOrNull(document, "acceptedOn"),
                dayOrNull(document, "acceptanceDueOn"),
                dayOrNull(document, "deemedOn"),
                dayOrNull(document, "contactedOn"),
                dayOrNull(document, "answeredOn"),
                dayOrNull(document, "endedOn"),
                document.getBoolean("promised"),
                dayOrNull(document, "promiseKeptOn"),
                document.getString("opinion"),
                document.getString("review"),
                document.getString("reReview"),
                document.getInteger("handOvers"),
                document.getInteger("supervisions"),
                document.getInteger("extendedDays"),
                document.getList("clocks", Document.class).stream()
                        .map(CaseFactsDocument::clock)
                        .toList(),
                document.getList("places", Document.class).stream()
                        .map(place -> new CaseFacts.Place(day(place, "since"), place.getString("unit")))
                        .toList(),
                document.getBoolean("altered") || !check(plain).equals(check));
    }

    private static Document clock(ClockFact clock) {
        return new Document("kind", clock.kind())
                .append("number", clock.number())
                .append("startedOn", text(clock.startedOn()))
                .append("dueOn", text(clock.dueOn()))
                .append("state", clock.state().name())
                .append("endedOn", text(clock.endedOn()))
                .append("firstDueOn", text(clock.firstDueOn()))
                .append("movedOn", text(clock.movedOn()));
    }

    private static ClockFact clock(Document document) {
        return new ClockFact(
                document.getString("kind"),
                document.getInteger("number"),
                day(document, "startedOn"),
                day(document, "dueOn"),
                Clock.State.valueOf(document.getString("state")),
                dayOrNull(document, "endedOn"),
                dayOrNull(document, "firstDueOn"),
                dayOrNull(document, "movedOn"));
    }

    private static Document place(CaseFacts.Place place) {
        return new Document("since", text(place.since())).append("unit", place.unit());
    }

    /** Every last day that a limit has or had, to be found by. */
    private static List<String> dues(List<ClockFact> clocks) {
        return clocks.stream()
                .flatMap(clock -> Stream.of(clock.dueOn(), clock.firstDueOn()))
                .filter(Objects::nonNull)
                .map(LocalDate::toString)
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static LocalDate day(Document document, String field) {
        return LocalDate.parse(document.getString(field));
    }

    private static @Nullable LocalDate dayOrNull(Document document, String field) {
        String day = document.getString(field);
        return day == null ? null : LocalDate.parse(day);
    }

    private static String check(Document document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(document.toJson().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every platform has it", e);
        }
    }
}
