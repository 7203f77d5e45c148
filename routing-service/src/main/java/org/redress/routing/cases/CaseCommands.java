package org.redress.routing.cases;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.clocks.Step;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Edition;
import org.redress.routing.organisation.Editions;

/** The officers' commands: each checks, changes and writes one case, and is judged again when someone came between. */
public final class CaseCommands {

    private static final int TRIES = 10;

    private final AggregateStore<PetitionCase> cases;
    private final Editions editions;
    private final SealedTexts texts;
    private final InstantSource clock;
    private final MeterRegistry meters;

    CaseCommands(
            AggregateStore<PetitionCase> cases,
            Editions editions,
            SealedTexts texts,
            InstantSource clock,
            MeterRegistry meters) {
        this.cases = cases;
        this.editions = editions;
        this.texts = texts;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Which case, in which version.
     *
     * @param petitionId its id
     * @param version the version the officer saw; absent when any will do
     */
    public record Target(String petitionId, OptionalLong version) {}

    /** The case and what became of the command. */
    public record Result(PetitionCase kept, Outcome outcome) {}

    /** Accepts. */
    public Result accept(Target target, Actor by) {
        return command(Step.ACCEPT, target, (kept, edition, now) -> kept.accept(by, edition, now));
    }

    /** Declines, with the text told to the petitioner. */
    public Result decline(Target target, Actor by, String reason) {
        CaseText text = texts.seal(target.petitionId(), CaseText.Kind.DECLINE_REASON, reason);
        return command(Step.DECLINE, target, (kept, edition, now) -> kept.decline(by, text, edition, now));
    }

    /** Answers, with the text told to the petitioner. */
    public Result answer(Target target, Actor by, String answer) {
        CaseText text = texts.seal(target.petitionId(), CaseText.Kind.ANSWER, answer);
        return command(Step.ANSWER, target, (kept, edition, now) -> kept.answer(by, text, edition, now));
    }

    /** Closes. */
    public Result close(Target target, Actor by) {
        return command(Step.CLOSE, target, (kept, edition, now) -> kept.close(by, edition, now));
    }

    private interface Change {
        Outcome on(PetitionCase kept, Edition edition, Instant now);
    }

    /** Without a version the command is judged again on what someone else made of the case meanwhile. */
    private Result command(Step step, Target target, Change change) {
        int tries = target.version().isPresent() ? 1 : TRIES;
        Result result = attempt(target, change);
        while (result.outcome() instanceof Outcome.Changed && --tries > 0) {
            result = attempt(target, change);
        }
        count(step, result.outcome());
        return result;
    }

    private Result attempt(Target target, Change change) {
        PetitionCase kept = cases.find(target.petitionId())
                .orElseThrow(() -> new IllegalStateException("a case that could be read is gone"));
        if (target.version().isPresent() && target.version().getAsLong() != kept.version()) {
            return new Result(kept, new Outcome.Changed());
        }
        Edition edition = editions.of(kept.registration().edition());
        Outcome outcome = change.on(kept, edition, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        boolean toWrite = outcome instanceof Outcome.Done;
        boolean stale = toWrite && !cases.saveAll(List.of(kept)).isEmpty();
        return new Result(kept, stale ? new Outcome.Changed() : outcome);
    }

    private void count(Step step, Outcome outcome) {
        String became = switch (outcome) {
            case Outcome.Done done -> "done";
            case Outcome.Refused refused -> "refused";
            case Outcome.Changed changed -> "changed";
        };
        meters.counter(RoutingMetric.COMMANDS.metricName(), "step", Names.of(step), "outcome", became)
                .increment();
    }
}
