package org.redress.routing.training;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.RealTime;
import org.redress.routing.cases.LearnableCases;
import org.redress.routing.classification.LabelledText;
import org.redress.routing.classification.LearnedTopics;
import org.redress.routing.classification.TopicClassifier;
import org.redress.routing.classification.TopicLearner;
import org.redress.routing.learning.Evaluation;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.training.TopicModel.Learned;
import org.redress.routing.training.TopicModel.Result;
import org.redress.routing.training.TopicModel.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns the model that was asked for, off every request, and puts it into effect where it is better than the last. */
final class Training {

    private static final Logger log = LoggerFactory.getLogger(Training.class);

    /** So many of the newest cases are learned from; our choice. */
    private static final int MOST = 10_000;

    /** A topic of fewer cases is not learned, and without two such topics nothing is; our choice. */
    private static final int LEAST = 20;

    private static final long SEED = 1;

    private final TopicModels models;
    private final LearnableCases cases;
    private final Editions editions;
    private final LearnedTopics learned;
    private final InstantSource clock;

    Training(TopicModels models, LearnableCases cases, Editions editions, LearnedTopics learned, InstantSource clock) {
        this.models = models;
        this.cases = cases;
        this.editions = editions;
        this.learned = learned;
        this.clock = clock;
    }

    /** Learns what was asked for, if anything was. */
    void learnWhatIsAsked() {
        models.takeUp(RealTime.now().truncatedTo(ChronoUnit.MILLIS)).ifPresent(this::learn);
    }

    /** Takes over the model that took effect last, whoever learned it. */
    void follow() {
        models.inEffect()
                .map(TopicModel::number)
                .filter(number -> number != learned.number())
                .ifPresent(number -> {
                    learned.take(number, models.classifier(number));
                    log.info("Model {} of topics is in effect", number);
                });
    }

    private void learn(TopicModel asked) {
        try {
            LoadedRulebook today = editions.active();
            learn(asked, Lessons.of(cases.newest(MOST), today).ofAtLeast(LEAST), today);
        } catch (RuntimeException e) {
            log.error("Model {} of topics was not learned", asked.number(), e);
            models.end(asked.ended(State.FAILED, nothing(0, 0)), null);
        }
    }

    private void learn(TopicModel asked, Lessons lessons, LoadedRulebook today) {
        if (lessons.counts().size() < 2 || lessons.heldBack().isEmpty()) {
            models.end(
                    asked.ended(
                            State.TOO_FEW,
                            nothing(lessons.learned().size(), lessons.heldBack().size())),
                    null);
            return;
        }
        TopicClassifier classifier = new TopicLearner(
                        Lessons.names(today.rulebook().topics()), TopicLearner.LEAST, SEED)
                .learn(lessons.learned());
        Evaluation figures = judged(classifier, lessons.heldBack());
        Optional<TopicModel> last = models.inEffect();
        Evaluation before = last.map(model -> judged(models.classifier(model.number()), lessons.heldBack()))
                .orElse(null);
        Result result = new Result(
                now(),
                lessons.learned().size(),
                lessons.heldBack().size(),
                classifier.topics().stream()
                        .map(topic -> new Learned(
                                topic,
                                Math.toIntExact(lessons.counts().getOrDefault(topic, 0L)),
                                classifier.terms(topic)))
                        .toList(),
                classifier.threshold(),
                figures,
                last.map(TopicModel::number).orElse(null),
                before);
        boolean takesEffect = asked.forced() || isBetter(figures, before);
        models.end(asked.ended(takesEffect ? State.TOOK_EFFECT : State.NOT_BETTER, result), classifier);
        follow();
    }

    /** The first has to be right where it decides; a later one also to judge the same cases better than the last. */
    static boolean isBetter(Evaluation figures, @Nullable Evaluation before) {
        boolean right = figures.decided() > 0 && figures.precision() >= TopicLearner.PRECISION;
        return right && (before == null || figures.macroF1() > before.macroF1());
    }

    private static Evaluation judged(TopicClassifier classifier, List<LabelledText> texts) {
        return Evaluation.of(texts.stream().map(classifier::judge).toList());
    }

    private Result nothing(int found, int heldBack) {
        return new Result(now(), found, heldBack, List.of(), null, null, null, null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
