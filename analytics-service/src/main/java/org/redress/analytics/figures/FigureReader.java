package org.redress.analytics.figures;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.CaseFactsProjection;
import org.redress.analytics.facts.Wanted;
import org.redress.platform.organisation.Reading;
import org.springframework.stereotype.Component;

/** Computes figures out of the facts of the cases that a reader may open. */
@Component
public class FigureReader {

    private static final int PETITIONERS_AT_ONCE = 5_000;

    private final CaseFactsProjection projection;
    private final FigureSettings settings;
    private final InstantSource businessTime;
    private final ZoneId zone;

    FigureReader(
            CaseFactsProjection projection,
            FigureSettings settings,
            InstantSource businessTime,
            ZoneId organisationZone) {
        this.projection = projection;
        this.settings = settings;
        this.businessTime = businessTime;
        this.zone = organisationZone;
    }

    /**
     * Over which cases.
     *
     * @param period the period
     * @param units codes of units; absent for all
     * @param reading only cases within this; absent for all
     */
    public record Question(
            Period period,
            @Nullable Set<String> units,
            @Nullable Reading reading) {

        /** The same of another period. */
        public Question in(Period other) {
            return new Question(other, units, reading);
        }
    }

    /** The day it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(businessTime.instant(), zone);
    }

    /** The figures of each of these sets, in order, over one reading of the facts. */
    public List<List<Figure>> compute(Collection<FigureSettings.FigureSet> sets, Question question) {
        Period period = question.period();
        List<CaseFacts> facts = projection.find(new Wanted(
                period.from().minusDays(settings.longestWait()),
                period.from(),
                period.to(),
                question.units(),
                question.reading()));
        Scene scene = new Scene(today(), pieces(facts), settings);
        Evaluator evaluator = new Evaluator(facts, period, question.units(), scene);
        return sets.stream()
                .map(set -> set.figures().stream().map(evaluator::figure).toList())
                .toList();
    }

    /** One figure alone. */
    public Figure compute(FigureSettings.Definition definition, Question question) {
        FigureSettings.FigureSet alone = new FigureSettings.FigureSet("", "", "", List.of(definition));
        return compute(List.of(alone), question).getFirst().getFirst();
    }

    /** The petitions among these whose petitioner had come before with the same topic 重信重访. */
    public Set<String> repeats(Collection<CaseFacts> cases) {
        Pieces pieces = pieces(cases);
        return cases.stream()
                .filter(pieces::isRepeat)
                .map(CaseFacts::petitionId)
                .collect(Collectors.toSet());
    }

    private Pieces pieces(Collection<CaseFacts> facts) {
        List<String> petitioners = facts.stream()
                .map(CaseFacts::petitioner)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<CaseFactsProjection.Piece> pieces = new ArrayList<>();
        for (int from = 0; from < petitioners.size(); from += PETITIONERS_AT_ONCE) {
            pieces.addAll(projection.pieces(
                    petitioners.subList(from, Math.min(petitioners.size(), from + PETITIONERS_AT_ONCE))));
        }
        return new Pieces(pieces, settings.repeatDays());
    }

    /**
     * A line of the cross table.
     *
     * @param channel channel of the petitions
     * @param purpose what they ask for
     * @param topic code of the topic
     * @param now the period
     * @param before the period before it
     * @param lastYear the same period a year ago
     */
    public record CrossLine(String channel, String purpose, String topic, Volume now, Volume before, Volume lastYear) {}

    /**
     * How many.
     *
     * @param cases registered cases
     * @param people the people behind them
     */
    public record Volume(long cases, long people) {

        /** Counts them. */
        public static Volume of(List<CaseFacts> facts) {
            return new Volume(
                    facts.size(), facts.stream().mapToLong(CaseFacts::headCount).sum());
        }
    }

    /** Cases and people by channel, purpose and topic, the most first: what was registered in the period, the one before, and a year ago. */
    public List<CrossLine> cross(Question question) {
        Function<CaseFacts, List<String>> key =
                facts -> List.of(facts.channel(), facts.purpose(), Objects.requireNonNullElse(facts.topic(), "none"));
        List<Map<List<String>, List<CaseFacts>>> volumes = Stream.of(
                        question.period(),
                        question.period().before(),
                        question.period().lastYear())
                .map(period -> registered(question.in(period)).stream().collect(Collectors.groupingBy(key)))
                .toList();
        Set<List<String>> keys = new LinkedHashSet<>();
        volumes.forEach(volume -> keys.addAll(volume.keySet()));
        return keys.stream()
                .sorted(Comparator.<List<String>>comparingInt(each -> -volumes.getFirst()
                                .getOrDefault(each, List.of())
                                .size())
                        .thenComparing(each -> String.join("|", each)))
                .map(each -> new CrossLine(
                        each.get(0),
                        each.get(1),
                        each.get(2),
                        Volume.of(volumes.get(0).getOrDefault(each, List.of())),
                        Volume.of(volumes.get(1).getOrDefault(each, List.of())),
                        Volume.of(volumes.get(2).getOrDefault(each, List.of()))))
                .toList();
    }

    /** What was registered in the period. */
    public List<CaseFacts> registered(Question question) {
        Period period = question.period();
        return projection
                .find(new Wanted(period.from(), period.from(), period.to(), question.units(), question.reading()))
                .stream()
                .filter(facts -> period.contains(facts.registeredOn()))
                .filter(facts -> question.units() == null || question.units().contains(facts.unit()))
                .toList();
    }
}
