package org.redress.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.cases.TextReference;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.Unit;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.notification.notifications.Visibility;
import org.redress.notification.petitions.KnownPetition;
import org.redress.notification.planning.Planner;
import org.redress.platform.organisation.Directory;

/** Events and an organisation of invented people, for tests. */
public final class Samples {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** 2026-03-02 10:00 in the organisation's zone. */
    public static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    public static final Sealed SEALED = new Sealed("none", "key", new byte[] {1}, new byte[] {2});

    private Samples() {}

    /** One whom nobody outside follows. */
    public static Planner planner() {
        return new Planner(ZONE, known -> Optional.empty());
    }

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static Head head(String petition, long sequence) {
        return head(petition, sequence, NOW);
    }

    public static Head head(String petition, long sequence, Instant at) {
        return new Head(petition + "-" + sequence, petition, petition, sequence, 1, at);
    }

    public static PetitionSubmitted submitted(String petition, String purpose, Sealed contact) {
        Head head = new Head(petition + "-submitted", petition, petition, 1, 1, NOW);
        return new PetitionSubmitted(
                head,
                "RECEIPT-1",
                "web",
                purpose,
                null,
                NOW,
                NOW,
                null,
                1,
                true,
                contact == null,
                null,
                null,
                SEALED,
                contact);
    }

    public static CaseRegistered registered(String petition, List<String> alerts, Clock... clocks) {
        return registered(petition, "WORKSHOP", false, "post-owner", alerts, clocks);
    }

    public static CaseRegistered registered(
            String petition, String scope, boolean restricted, String owner, List<String> alerts, Clock... clocks) {
        return registered(head(petition, 1), scope, restricted, owner, alerts, clocks);
    }

    public static CaseRegistered registered(
            Head head, String scope, boolean restricted, String owner, List<String> alerts, Clock... clocks) {
        return new CaseRegistered(
                head,
                scope,
                restricted,
                "web",
                restricted ? "report" : "appeal",
                "A1",
                scope,
                owner,
                1,
                null,
                1,
                NOW,
                NOW,
                alerts,
                List.of(clocks));
    }

    public static CaseAccepted accepted(String petition, boolean deemed) {
        return new CaseAccepted(
                head(petition, 2), "WORKSHOP", false, TODAY, deemed ? null : "post-owner", deemed, List.of());
    }

    public static CaseDeclined declined(String petition) {
        return new CaseDeclined(
                head(petition, 2), "WORKSHOP", false, "post-owner", new TextReference("text", "00"), List.of());
    }

    public static CaseAnswered answered(String petition) {
        return new CaseAnswered(
                head(petition, 3), "WORKSHOP", false, "post-owner", new TextReference("text", "00"), List.of());
    }

    public static CaseClosed closed(String petition) {
        return new CaseClosed(head(petition, 4), "WORKSHOP", false, "post-owner", List.of());
    }

    public static CaseSupplemented supplemented(String petition) {
        return new CaseSupplemented(head(petition, 2), "WORKSHOP", false, "request-1", List.of("post-owner"));
    }

    public static CaseWithdrawn withdrawn(String petition) {
        return withdrawn(petition, "WORKSHOP", false, "post-owner");
    }

    public static CaseWithdrawn withdrawn(String petition, String scope, boolean restricted, String owner) {
        return new CaseWithdrawn(head(petition, 3), scope, restricted, "request-2", List.of(owner), List.of());
    }

    public static CaseRequestRefused refused(String petition, String request, String rule) {
        return new CaseRequestRefused(head(petition, 4), "WORKSHOP", false, "request-3", request, rule);
    }

    /** A rung of the clock that is due on 2026-03-16. */
    public static RungReached reached(
            String petition, long sequence, String rung, int level, Instant dueAt, boolean digest, String... posts) {
        return reached(petition, sequence, NOW, rung, level, dueAt, digest, posts);
    }

    public static RungReached reached(
            String petition,
            long sequence,
            Instant at,
            String rung,
            int level,
            Instant dueAt,
            boolean digest,
            String... posts) {
        return new RungReached(
                head(petition, sequence, at),
                "WORKSHOP",
                false,
                clock("handle", LocalDate.of(2026, 3, 16)),
                new Rung(rung, level, dueAt, at, false),
                List.of(posts),
                digest);
    }

    /** Whoever holds a case was reminded of it. */
    public static CaseStepTaken reminded(String petition, Instant at, String post, Clock... clocks) {
        return new CaseStepTaken(
                head(petition, 1, at),
                "WORKSHOP",
                false,
                "remind",
                "accepted",
                "post-head",
                null,
                null,
                "WORKSHOP",
                post,
                List.of(post),
                false,
                false,
                null,
                null,
                List.of(clocks),
                null,
                null);
    }

    public static Clock clock(String kind, LocalDate dueOn, Rung... rungs) {
        LocalDate start = dueOn.minusDays(15);
        Explanation explanation =
                new Explanation("《信访工作条例》 34", start, 15, Explanation.Days.NATURAL, dueOn, List.of(), dueOn, false);
        return new Clock(kind, start, dueOn, Clock.State.RUNNING, explanation, List.of(rungs));
    }

    public static Rung passed(String name) {
        return new Rung(name, 0, NOW.minusSeconds(86_400), null, true);
    }

    public static Rung ahead(String name) {
        return new Rung(name, 0, NOW.plusSeconds(86_400), null, false);
    }

    /** Group over plant over workshop; the discipline desk stands beside them. */
    public static OrganisationActivated organisation(int version) {
        return organisation("org-1", version);
    }

    public static OrganisationActivated organisation(String id, int version) {
        return new OrganisationActivated(
                new Head(id + "-" + version, id, null, version, 1, NOW),
                version,
                "示例集团",
                "Asia/Shanghai",
                List.of(
                        new Unit("GROUP", "集团", null, null, "post-top", "post-office"),
                        new Unit("PLANT", "一厂", null, "GROUP", "post-plant", "post-office"),
                        new Unit("WORKSHOP", "总装车间", "Assembly shop", "PLANT", "post-head", "post-office"),
                        new Unit("DESK", "纪检组", null, "GROUP", "post-desk", "post-desk")),
                List.of(
                        new Post("post-top", "董事长", null, "GROUP", "top.one", "甲", "top@example.org", "zh", null),
                        new Post("post-plant", "厂长", null, "PLANT", "plant.one", "乙", "plant@example.org", "zh", null),
                        new Post(
                                "post-head", "车间主任", null, "WORKSHOP", "head.one", "丙", "head@example.org", "zh", null),
                        new Post(
                                "post-owner",
                                "劳资员",
                                "Labour officer",
                                "WORKSHOP",
                                "owner.one",
                                "Ann Field",
                                "owner@example.org",
                                "en",
                                null),
                        new Post("post-desk", "纪检专员", null, "DESK", "desk.one", "丁", "desk@example.org", "zh", null)),
                null,
                new OrganisationActivated.Desk("DESK", List.of("post-desk")),
                null);
    }

    public static Directory known() {
        return heldSince(Map.of());
    }

    /** The same, where posts changed hands. */
    public static Directory heldSince(Map<String, Instant> since) {
        OrganisationActivated event = organisation(1);
        return Directory.of(event, since);
    }

    public static KnownPetition withContact(String petition) {
        return new KnownPetition(
                petition,
                true,
                "RECEIPT-1",
                SEALED,
                new Visibility("WORKSHOP", false, 1, 1),
                "WORKSHOP",
                "post-owner",
                null,
                null);
    }

    public static KnownPetition withoutContact(String petition) {
        return new KnownPetition(
                petition,
                true,
                "RECEIPT-1",
                null,
                new Visibility("WORKSHOP", false, 1, 1),
                "WORKSHOP",
                "post-owner",
                null,
                null);
    }
}
