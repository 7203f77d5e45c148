package org.redress.routing.cases;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Editions;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** The officers' commands: each checks, changes and writes one case, as the officer saw it. */
public final class CaseCommands {

    private final AggregateStore<PetitionCase> cases;
    private final Editions editions;
    private final Rosters rosters;
    private final SealedTexts texts;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CaseCommands(
            AggregateStore<PetitionCase> cases,
            Editions editions,
            Rosters rosters,
            SealedTexts texts,
            InstantSource clock,
            MeterRegistry meters) {
        this.cases = cases;
        this.editions = editions;
        this.rosters = rosters;
        this.texts = texts;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Which case, in which version, by which command.
     *
     * @param petitionId its id
     * @param version the version the officer saw
     * @param key key by which a repeat of the command is recognised; absent without one
     */
    public record Target(
            String petitionId, long version, @Nullable String key) {}

    /**
     * Words that belong to a command.
     *
     * @param kind what they are
     * @param text the words
     */
    public record Words(CaseText.Kind kind, String text) {}

    /** The case and what became of the command. */
    public record Result(PetitionCase kept, Outcome outcome) {}

    /** Carries a command out; where somebody was faster, what the case has become is returned. */
    public Result take(Target target, Command command, @Nullable Words words, Actor by) {
        PetitionCase kept = read(target.petitionId());
        CaseText text = words == null ? null : texts.seal(kept.id(), words.kind(), words.text());
        Result result = take(target, command, text, by, kept);
        meters.counter(
                        RoutingMetric.COMMANDS.metricName(),
                        "step",
                        Names.of(command.step()),
                        "outcome",
                        name(result.outcome()))
                .increment();
        return result;
    }

    /**
     * Carries a command out on a case as it stands, once however often it is tried; not for an officer from whom the case
     * has come to be kept.
     *
     * @param key key of the command, the same at each try
     * @param officer id of who gives it
     */
    public Outcome takeOnce(String petitionId, String key, Command command, Words words, String officer) {
        Outcome outcome = new Outcome.Changed();
        while (outcome instanceof Outcome.Changed) {
            PetitionCase kept = read(petitionId);
            if (kept.guard().keepsOutOfficer(officer, editions.active().organisation())) {
                return PetitionCase.wrong("petitionId", "kept-out");
            }
            outcome = take(new Target(petitionId, kept.version(), key), command, words, actor(kept, officer))
                    .outcome();
        }
        return outcome;
    }

    /** Tells who holds a case, once, that it is about to be opened in an emergency, as it stands then. */
    public void tellOfEmergency(String petitionId, String emergency, Actor by) {
        boolean told = false;
        while (!told) {
            PetitionCase kept = read(petitionId);
            Turn turn = turn(kept, null, by);
            boolean changed = kept.tellOfEmergency(
                    emergency, by, turn.edition(), turn.today().organisation(), turn.now());
            told = !changed || cases.saveUnlessStale(kept);
        }
    }

    /**
     * Makes it the task of who holds a case to tell its petitioner otherwise what a message could not tell.
     *
     * @return false while there is no such case yet
     */
    boolean missPetitioner(String petitionId, String notification) {
        boolean noted = false;
        while (!noted) {
            PetitionCase kept =
                    cases.find(petitionId).filter(PetitionCase::isRegistered).orElse(null);
            if (kept == null) {
                return false;
            }
            Edition edition = editions.of(kept.registration().edition());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            boolean changed = kept.missPetitioner(notification, edition, editions.active(), now);
            noted = !changed || cases.saveUnlessStale(kept);
        }
        return true;
    }

    /** What each of these cases would answer to a command now, by petition id; nothing is changed. */
    public Map<String, Outcome> rehearse(Collection<String> petitionIds, Command command, Words words, String officer) {
        return cases.findAll(petitionIds).all().stream()
                .collect(Collectors.toMap(
                        PetitionCase::id,
                        kept -> kept.take(
                                command,
                                texts.seal(kept.id(), words.kind(), words.text()),
                                turn(kept, null, actor(kept, officer)))));
    }

    /** The steps of a case that are not somebody's to take now, each with the rule it would break; all others are open. */
    public Map<Step, CaseRule> closedSteps(PetitionCase kept, Actor by) {
        return kept.closedSteps(turn(kept, null, by));
    }

    private Actor actor(PetitionCase kept, String officer) {
        return new Reader(officer, Set.of()).actingOn(kept, editions.active().organisation());
    }

    private Result take(Target target, Command command, @Nullable CaseText text, Actor by, PetitionCase kept) {
        CommandKey key = CommandKey.of(target.key(), command, text);
        if (kept.doneUnder(key).isEmpty() && target.version() != kept.version()) {
            return new Result(kept, new Outcome.Changed());
        }
        Outcome outcome = kept.take(command, text, turn(kept, key, by));
        if (outcome instanceof Outcome.Done && !cases.saveUnlessStale(kept)) {
            PetitionCase changed = read(kept.id());
            return new Result(changed, changed.doneUnder(key).orElseGet(Outcome.Changed::new));
        }
        return new Result(kept, outcome);
    }

    private PetitionCase read(String petitionId) {
        return cases.find(petitionId).orElseThrow(() -> new IllegalStateException("a case that could be read is gone"));
    }

    private Turn turn(PetitionCase kept, @Nullable CommandKey key, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Edition today = editions.active();
        return new Turn(by, key, editions.of(kept.registration().edition()), today, now, rosters.of(today, now));
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> "done";
            case Outcome.Repeated repeated -> "repeated";
            case Outcome.KeyTaken keyTaken -> "key-taken";
            case Outcome.Refused refused -> "refused";
            case Outcome.Wrong wrong -> "wrong";
            case Outcome.Changed changed -> "changed";
        };
    }
}
