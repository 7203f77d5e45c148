package org.redress.notification.planning;

import static org.redress.notification.notifications.Plan.Message.inDigest;
import static org.redress.notification.notifications.Plan.Message.planned;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.alerts.AlertEvent;
import org.redress.contracts.alerts.HotspotEnded;
import org.redress.contracts.alerts.HotspotRose;
import org.redress.contracts.alerts.MeasureTaken;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.contracts.submissions.SubmissionEvent;
import org.redress.notification.notifications.Deadline;
import org.redress.notification.notifications.Entry;
import org.redress.notification.notifications.Facts;
import org.redress.notification.notifications.HotMatter;
import org.redress.notification.notifications.Plan;
import org.redress.notification.notifications.Reason;
import org.redress.notification.notifications.Refusal;
import org.redress.notification.notifications.Template;
import org.redress.notification.notifications.Visibility;
import org.redress.notification.petitions.KnownPetition;
import org.redress.platform.organisation.Directory;

/** The rules of who is told what, one for each event. */
public final class Planner {

    private static final String DUE_RUNG = "due";
    private static final String REMIND = "remind";

    private final ZoneId zone;
    private final Followers followers;

    /** For an organisation that counts its days in this zone, and for who follows petitions from outside. */
    public Planner(ZoneId zone, Followers followers) {
        this.zone = zone;
        this.followers = followers;
    }

    /**
     * The plan for an event of the petition; empty when nobody is told.
     *
     * @param known what is known of the petition, this event included
     */
    public Optional<Plan> plan(SubmissionEvent event, KnownPetition known) {
        return switch (event) {
            case PetitionSubmitted submitted -> received(submitted, known);
            // What becomes of a request, its case tells.
            case PetitionSupplemented supplemented -> Optional.empty();
            case PetitionWithdrawn withdrawn -> Optional.empty();
            case PetitionReviewRequested review -> Optional.empty();
        };
    }

    /**
     * The plan for an event of the case; empty when nobody is told.
     *
     * @param known what is known of the petition, this event included
     * @param organisation its newest version
     */
    public Optional<Plan> plan(CaseEvent event, KnownPetition known, Directory organisation) {
        Optional<Plan> inside = inside(event, known, organisation);
        Optional<Plan.Message> stage = stage(event, known);
        return stage.isEmpty()
                ? inside
                : Optional.of(inside.orElseGet(() ->
                                Plan.of(event, Visibility.of(event), event.restricted(), factsOf(event), List.of()))
                        .with(stage.get()));
    }

    /** The plan for what became of a hot matter; empty when nobody is told. */
    public Optional<Plan> plan(AlertEvent event) {
        Template template = switch (event) {
            case HotspotRose rose -> Template.HOTSPOT_ROSE;
            case HotspotEnded ended -> Template.HOTSPOT_ENDED;
            case MeasureTaken taken -> Template.MEASURE_TAKEN;
        };
        HotMatter matter = switch (event) {
            case HotspotRose rose -> HotMatter.of(rose);
            case HotspotEnded ended -> HotMatter.of(ended);
            case MeasureTaken taken -> HotMatter.of(taken);
        };
        List<Plan.Message> messages = event.alerts().stream()
                .distinct()
                .map(post -> planned(template, post))
                .toList();
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Plan.of(event, Visibility.UNKNOWN, false, Facts.ofMatter(event.unit(), matter), messages));
    }

    /** What an adapter may know is what the petitioner sees, and nothing of a case that is kept from somebody. */
    private Optional<Plan.Message> stage(CaseEvent event, KnownPetition known) {
        boolean seen = switch (event) {
            case CaseRegistered registered -> true;
            case CaseAccepted accepted -> true;
            case CaseDeclined declined -> true;
            case CaseAnswered answered -> true;
            case CaseSupplemented supplemented -> true;
            case CaseWithdrawn withdrawn -> true;
            case CaseRequestRefused refused -> true;
            case CaseClosed closed -> true;
            case CaseStepTaken step -> step.petitionerSees();
            case RungReached reached -> false;
        };
        return seen && !event.restricted()
                ? followers
                        .of(known)
                        .map(recipient -> known.submitted()
                                ? planned(Template.STAGE, recipient)
                                : new Plan.Message(
                                        Template.STAGE, recipient, Entry.State.WAITING, Reason.NO_CONTACT_YET))
                : Optional.empty();
    }

    private Facts factsOf(CaseEvent event) {
        if (!(event instanceof CaseStepTaken step)) {
            return Facts.NONE;
        }
        return step.step().equals(REMIND)
                ? Facts.ofLimits(step.step(), step.unit(), owed(step))
                : Facts.ofStep(step.step(), step.unit());
    }

    /** What somebody owes; a right that ends on a day is nothing owed. */
    private List<Deadline> owed(CaseStepTaken step) {
        return step.clocks().stream()
                .filter(clock -> clock.state() == Clock.State.RUNNING && !clock.isWindow())
                .sorted(Comparator.comparing(Clock::dueOn))
                .map(clock -> Deadline.of(clock, dayOf(step.head().occurredAt())))
                .toList();
    }

    private Optional<Plan> inside(CaseEvent event, KnownPetition known, Directory organisation) {
        return switch (event) {
            case CaseRegistered registered -> registered(registered, organisation);
            case CaseAccepted accepted when accepted.deemed() -> deemed(accepted, known);
            case CaseAccepted accepted -> accepted(accepted, known);
            case CaseDeclined declined -> toPetitioner(declined, Template.DECLINED, known);
            case CaseAnswered answered -> toPetitioner(answered, Template.ANSWERED, known);
            case RungReached reached -> rung(reached, known);
            case CaseSupplemented supplemented -> plan(supplemented, Facts.NONE, supplemented(supplemented));
            case CaseWithdrawn withdrawn -> plan(withdrawn, Facts.NONE, withdrawn(withdrawn, known));
            case CaseRequestRefused refused -> refused(refused, known);
            case CaseClosed closed -> Optional.empty();
            case CaseStepTaken step -> plan(step, factsOf(step), step(step, known));
        };
    }

    private static Optional<Plan> received(PetitionSubmitted event, KnownPetition known) {
        // Until routing has spoken nobody knows whether the petition is about who reads the log.
        boolean restricted = known.standing().restricted() || !known.standing().isKnown();
        return Optional.of(Plan.of(
                event, known.standing(), restricted, Facts.NONE, List.of(petitioner(Template.RECEIVED, known))));
    }

    /** Imported cases whose steps are past already tell nobody at once: they are lines and a count in the digest. */
    private Optional<Plan> registered(CaseRegistered event, Directory organisation) {
        boolean old =
                event.clocks().stream().flatMap(clock -> clock.rungs().stream()).anyMatch(Rung::passedBeforeImport);
        List<Plan.Message> messages = new ArrayList<>();
        if (old && !CaseEvent.NOBODY.equals(event.owner())) {
            messages.add(inDigest(Template.BACKLOG, backlogOf(event, organisation)));
        }
        for (String post : event.alerts()) {
            messages.add(old ? inDigest(Template.ASSIGNED, post) : planned(Template.ASSIGNED, post));
        }
        messages.addAll(toOutside(event.owner()));
        return plan(event, Facts.of(event.unit(), firstLimit(event)), messages);
    }

    /** The head of the unit counts its backlog; that of a restricted case is known to its owner alone. */
    private static String backlogOf(CaseRegistered event, Directory organisation) {
        return event.restricted()
                ? event.owner()
                : organisation.headOf(event.unit()).orElse(event.owner());
    }

    private static Optional<Plan> deemed(CaseAccepted event, KnownPetition known) {
        String owner = known.owner();
        if (owner == null) {
            return Optional.empty();
        }
        List<Plan.Message> messages =
                CaseEvent.NOBODY.equals(owner) ? toOutside(owner) : List.of(inDigest(Template.DEEMED, owner));
        return plan(event, Facts.of(known.unit(), null), messages);
    }

    private static Optional<Plan> accepted(CaseAccepted event, KnownPetition known) {
        return plan(event, Facts.acceptedOn(event.acceptedOn()), List.of(petitioner(Template.ACCEPTED, known)));
    }

    private static Optional<Plan> toPetitioner(CaseEvent event, Template template, KnownPetition known) {
        return plan(event, Facts.NONE, List.of(petitioner(template, known)));
    }

    private static List<Plan.Message> supplemented(CaseSupplemented event) {
        return event.alerts().stream()
                .map(post -> planned(Template.SUPPLEMENTED, post))
                .toList();
    }

    private static List<Plan.Message> withdrawn(CaseWithdrawn event, KnownPetition known) {
        List<Plan.Message> messages = new ArrayList<>();
        event.alerts().forEach(post -> messages.add(planned(Template.WITHDRAWN, post)));
        messages.add(petitioner(Template.WITHDRAWAL_CONFIRMED, known));
        return messages;
    }

    private static List<Plan.Message> step(CaseStepTaken event, KnownPetition known) {
        List<Plan.Message> messages = new ArrayList<>();
        boolean reminds = event.step().equals(REMIND);
        event.alerts()
                .forEach(post ->
                        messages.add(reminds ? inDigest(Template.REMINDED, post) : planned(Template.STEP_TAKEN, post)));
        if (event.toldPetitioner()) {
            messages.add(petitioner(Template.STEP_TOLD, known));
        }
        messages.addAll(toOutside(event.owner()));
        return messages;
    }

    private static Optional<Plan> refused(CaseRequestRefused event, KnownPetition known) {
        Facts facts = Facts.of(new Refusal(event.request(), event.rule()));
        return plan(event, facts, List.of(petitioner(Template.REFUSED, known)));
    }

    /** Where everybody in the organisation is kept from a case, somebody beside it has to hear of that. */
    private static List<Plan.Message> toOutside(@Nullable String owner) {
        return CaseEvent.NOBODY.equals(owner) ? List.of(planned(Template.NOBODY_LEFT, Entry.OUTSIDE)) : List.of();
    }

    private Optional<Plan> rung(RungReached event, KnownPetition known) {
        Template template = templateOf(event);
        List<Plan.Message> messages = new ArrayList<>(toOutside(known.owner()));
        event.recipients().stream()
                .distinct()
                .map(post -> event.digest() ? inDigest(template, post) : planned(template, post))
                .forEach(messages::add);
        Deadline deadline =
                Deadline.of(event.clock(), event.rung(), dayOf(event.head().occurredAt()));
        return plan(event, Facts.of(null, deadline), messages);
    }

    /** A limit is missed at the end of its due day: rungs before that remind, rungs after it escalate. */
    private Template templateOf(RungReached event) {
        Instant missedAt = event.clock().dueOn().plusDays(1).atStartOfDay(zone).toInstant();
        int order = event.rung().dueAt().compareTo(missedAt);
        if (order == 0 || DUE_RUNG.equals(event.rung().name())) {
            return Template.DUE;
        }
        return order < 0 ? Template.REMINDER : Template.ESCALATED;
    }

    private @Nullable Deadline firstLimit(CaseRegistered event) {
        return event.clocks().stream()
                .filter(clock -> clock.state() == Clock.State.RUNNING)
                .min(Comparator.comparing(Clock::dueOn))
                .map(clock -> Deadline.of(clock, dayOf(event.head().occurredAt())))
                .orElse(null);
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private static Plan.Message petitioner(Template template, KnownPetition known) {
        return switch (known.contact()) {
            case SEALED -> planned(template, Entry.PETITIONER);
            case NONE -> new Plan.Message(template, Entry.PETITIONER, Entry.State.SUPPRESSED, Reason.NO_ADDRESS);
            case UNKNOWN -> new Plan.Message(template, Entry.PETITIONER, Entry.State.WAITING, Reason.NO_CONTACT_YET);
        };
    }

    private static Optional<Plan> plan(CaseEvent event, Facts facts, List<Plan.Message> messages) {
        return messages.isEmpty()
                ? Optional.empty()
                : Optional.of(Plan.of(event, Visibility.of(event), event.restricted(), facts, List.copyOf(messages)));
    }
}
