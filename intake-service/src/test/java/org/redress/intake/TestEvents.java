package org.redress.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Promised;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.cases.TextReference;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.Unit;

/** Events of other services, as they would come in the life of a case. */
final class TestEvents {

    static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private TestEvents() {}

    static OrganisationActivated organisation() {
        return new OrganisationActivated(
                new Head(id("example", 1), "example", null, 1, 1, AT),
                1,
                "Example",
                "Asia/Shanghai",
                List.of(
                        new Unit("group", "集团公司", null, null, "group.president", "group.petitions"),
                        new Unit(
                                "plant-1",
                                "第一机械厂",
                                "Machine Plant 1",
                                "group",
                                "plant-1.director",
                                "plant-1.petitions")),
                List.of(
                        post("group.petitions", "信访办主任", "group", "office", "陈主任", null),
                        post("plant-1.director", "厂长", "plant-1", "director", "李厂长", null),
                        post("group.president", "董事长", "group", "president", "周董事长", null),
                        post("plant-1.petitions", "信访联络员", "plant-1", "liaison", "钱联络员", "plant-1.labour"),
                        post("plant-1.labour", "劳资科长", "plant-1", "deputy", "孙科长", null),
                        post("discipline.desk", "纪检专员", "discipline", "desk", "白专员", null)),
                List.of(new OrganisationActivated.TopicNode("housing", "住房", null, null)),
                new OrganisationActivated.Desk("discipline", List.of("discipline.desk")),
                null);
    }

    private static Post post(
            String id, String title, String unit, String officer, String name, @Nullable String deputy) {
        return new Post(id, title, null, unit, officer, name, officer + "@example.org", "zh", deputy);
    }

    static LedgerHeadPublished ledgerHead(long number, String hash) {
        Head first = organisation().head();
        return new LedgerHeadPublished(
                new Head(id(first.aggregateId(), 2), first.aggregateId(), null, 2, 1, AT), DAY, number, hash);
    }

    static CaseRegistered registered(String petition, long sequence) {
        return new CaseRegistered(
                head(petition, sequence),
                "group",
                false,
                "web",
                "appeal",
                "housing",
                "group",
                "group.petitions",
                1,
                null,
                1,
                AT,
                AT,
                List.of(),
                List.of());
    }

    static RungReached reminded(String petition, long sequence) {
        Explanation explanation = new Explanation("23", DAY, 15, Explanation.Days.NATURAL, DAY, List.of(), DAY, false);
        Clock clock = new Clock("notice", DAY, DAY, Clock.State.RUNNING, explanation, List.of());
        return new RungReached(
                head(petition, sequence),
                "group",
                false,
                clock,
                new Rung("half", 0, AT, AT, false),
                List.of("group.petitions"),
                false);
    }

    static CaseAccepted accepted(String petition, long sequence) {
        return new CaseAccepted(head(petition, sequence), "group", false, DAY, "group.petitions", false, List.of());
    }

    static CaseAnswered answered(String petition, long sequence) {
        return new CaseAnswered(
                head(petition, sequence),
                "group",
                false,
                "group.petitions",
                new TextReference("t1", "0".repeat(64)),
                List.of());
    }

    static CaseStepTaken promised(String petition, long sequence, LocalDate day) {
        return new CaseStepTaken(
                head(petition, sequence),
                "group",
                false,
                "set-target",
                "registered",
                "group.petitions",
                null,
                "housing",
                "group",
                "group.petitions",
                List.of(),
                false,
                true,
                null,
                null,
                List.of(),
                null,
                null,
                day,
                null);
    }

    /** A case that only the office that holds it may know of. */
    static CaseRegistered keptApart(String petition, long sequence, String unit, Clock... clocks) {
        return registered(petition, sequence, unit, true, clocks);
    }

    static CaseRegistered registered(String petition, long sequence, String unit, Clock... clocks) {
        return registered(petition, sequence, unit, false, clocks);
    }

    private static CaseRegistered registered(
            String petition, long sequence, String unit, boolean restricted, Clock... clocks) {
        return new CaseRegistered(
                head(petition, sequence),
                unit,
                restricted,
                "web",
                "appeal",
                "housing",
                unit,
                unit + ".petitions",
                1,
                null,
                1,
                AT,
                AT,
                List.of(),
                List.of(clocks));
    }

    /** A step that leaves the case at a unit, in a state. */
    static CaseStepTaken step(
            String petition,
            long sequence,
            String step,
            String state,
            String unit,
            @Nullable String outcome,
            Clock... clocks) {
        return step(petition, sequence, step, state, unit, false, outcome, null, clocks);
    }

    static CaseStepTaken step(
            String petition,
            long sequence,
            String step,
            String state,
            String unit,
            boolean restricted,
            @Nullable String outcome,
            @Nullable List<Promised> promises,
            Clock... clocks) {
        return new CaseStepTaken(
                head(petition, sequence),
                unit,
                restricted,
                step,
                state,
                unit + ".petitions",
                null,
                "housing",
                unit,
                unit + ".petitions",
                List.of(),
                false,
                true,
                outcome,
                null,
                List.of(clocks),
                null,
                null,
                null,
                promises);
    }

    /** A limit that runs until a day, moved over the days off before it and extended where somebody did. */
    static Clock limit(String kind, LocalDate dueOn, Explanation.Addition... additions) {
        Explanation explanation = new Explanation(
                "《信访工作条例》 23",
                dueOn.minusDays(15),
                15,
                Explanation.Days.NATURAL,
                dueOn,
                List.of(),
                dueOn,
                false,
                additions.length == 0 ? null : List.of(additions),
                null);
        return new Clock(kind, dueOn.minusDays(15), dueOn, Clock.State.RUNNING, explanation, List.of());
    }

    static CaseClosed closed(String petition, long sequence) {
        return new CaseClosed(head(petition, sequence), "group", false, "group.petitions", List.of());
    }

    static CaseSupplemented supplemented(String petition, long sequence, String request) {
        return new CaseSupplemented(head(petition, sequence), "group", false, request, List.of("group.petitions"));
    }

    static CaseWithdrawn withdrawn(String petition, long sequence, String request) {
        return new CaseWithdrawn(
                head(petition, sequence), "group", false, request, List.of("group.petitions"), List.of());
    }

    static CaseRequestRefused refused(String petition, long sequence, String request, String rule) {
        return new CaseRequestRefused(head(petition, sequence), "group", false, request, "supplement", rule);
    }

    private static Head head(String petition, long sequence) {
        return new Head(id(petition, sequence), petition, petition, sequence, 1, AT.plusSeconds(sequence));
    }

    /** One place holds one event, however often it is told. */
    private static String id(String aggregate, long sequence) {
        return UUID.nameUUIDFromBytes((aggregate + " " + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
