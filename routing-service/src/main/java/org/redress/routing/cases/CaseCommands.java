package org.redress.routing.cases;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
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
    public record Result(PetitionCase petitionCase, Outcome outcome) {}

    /** Carries a command out; where somebody was faster, what the case has become is returned. */
    public Result take(Target target, Command command, @Nullable Words words, Actor by) {
        PetitionCase petitionCase = read(target.petitionId());
        CaseText text = words == null ? null : texts.seal(petitionCase.id(), words.kind(), words.text());
        Result result = take(target, command, text, by, petitionCase);
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
            PetitionCase petitionCase = read(petitionId);
            if (petitionCase.guard().keepsOutOfficer(officer, editions.active().organisation())) {
                return PetitionCase.wrong("petitionId", "kept-out");
            }
            outcome = take(
                            new Target(petitionId, petitionCase.version(), key),
                            command,
                            words,
                            actor(petitionCase, officer))
                    .outcome();
        }
        return outcome;
    }

    /** Tells who holds a case, once, that it is about to be opened in an emergency, as it stands then. */
    public void tellOfEmergency(String petitionId, String emergency, Actor by) {
        boolean told = false;
        while (!told) {
            PetitionCase petitionCase = read(petitionId);
            Turn turn = turn(petitionCase, null, by);
            boolean changed = petitionCase.tellOfEmergency(
                    emergency, by, turn.edition(), turn.today().organisation(), turn.now());
            told = !changed || cases.saveUnlessStale(petitionCase);
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
            PetitionCase petitionCase =
                    cases.find(petitionId).filter(PetitionCase::isRegistered).orElse(null);
            if (petitionCase == null) {
                return false;
            }
            LoadedRulebook edition = editions.of(petitionCase.registration().edition());
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            boolean changed = petitionCase.missPetitioner(notification, edition, editions.active(), now);
            noted = !changed || cases.saveUnlessStale(petitionCase);
        }
        return true;
    }

    /** What each of these cases would answer to a command now, by petition id; nothing is changed. */
    public Map<String, Outcome> rehearse(Collection<String> petitionIds, Command command, Words words, String officer) {
        return cases.findAll(petitionIds).all().stream()
                .collect(Collectors.toMap(
                        PetitionCase::id,
                        petitionCase -> petitionCase.take(
                                command,
                                texts.seal(petitionCase.id(), words.kind(), words.text()),
                                turn(petitionCase, null, actor(petitionCase, officer)))));
    }

    /** The steps of a case that are not somebody's to take now, each with the rule it would break; all others are open. */
    public Map<Step, CaseRule> closedSteps(PetitionCase petitionCase, Actor by) {
        return petitionCase.closedSteps(turn(petitionCase, null, by));
    }

    private Actor actor(PetitionCase petitionCase, String officer) {
        return new Caller(officer, Set.of())
                .actingOn(petitionCase, editions.active().organisation());
    }

    private Result take(Target target, Command command, @Nullable CaseText text, Actor by, PetitionCase petitionCase) {
        CommandKey key = CommandKey.of(target.key(), command, text);
        if (petitionCase.doneUnder(key).isEmpty() && target.version() != petitionCase.version()) {
            return new Result(petitionCase, new Outcome.Changed());
        }
        Turn turn = turn(petitionCase, key, by);
        Outcome outcome = petitionCase.take(looked(command, petitionCase, turn), text, turn);
        if (outcome instanceof Outcome.Done && !cases.saveUnlessStale(petitionCase)) {
            PetitionCase changed = read(petitionCase.id());
            return new Result(changed, changed.doneUnder(key).orElseGet(Outcome.Changed::new));
        }
        return new Result(petitionCase, outcome);
    }

    /** Whom words mean that could be hidden at once is found out before; others are not opened for that. */
    private Command looked(Command command, PetitionCase petitionCase, Turn turn) {
        return command instanceof Command.Redact redaction
                        && new Blackening(petitionCase, turn).mayHold(redaction)
                        && texts.examine(petitionCase, redaction)
                                .filter(words -> turn.today()
                                        .accusations()
                                        .meant(
                                                List.of(words),
                                                petitionCase
                                                        .registration()
                                                        .petition()
                                                        .addressed())
                                        .isEmpty())
                                .isPresent()
                ? redaction.meaningNobody()
                : command;
    }

    private PetitionCase read(String petitionId) {
        return cases.find(petitionId).orElseThrow(() -> new IllegalStateException("a case that could be read is gone"));
    }

    private Turn turn(PetitionCase petitionCase, @Nullable CommandKey key, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LoadedRulebook today = editions.active();
        return new Turn(
                by, key, editions.of(petitionCase.registration().edition()), today, now, rosters.of(today, now));
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
