package org.redress.routing.classification;

import org.jspecify.annotations.Nullable;

/** What was learned of topics and is in effect here: none until a model takes effect. Where it is not sure, rules decide. */
public final class LearnedTopics {

    private volatile @Nullable InEffect inEffect;

    private record InEffect(int number, TopicClassifier classifier) {}

    /** Puts a model into effect here, in the place of the one before. */
    public void take(int number, TopicClassifier classifier) {
        inEffect = new InEffect(number, classifier);
    }

    /** Number of the model in effect here; 0 without one. */
    public int number() {
        InEffect now = inEffect;
        return now == null ? 0 : now.number();
    }

    /**
     * The topic of a petition: where a model is sure of the topic of the first level, the rules look below it alone,
     * otherwise everywhere.
     *
     * @param rules of the organisation's version in effect
     */
    public Classification classify(Classifier rules, String subject, String text) {
        InEffect now = inEffect;
        if (now == null) {
            return rules.classify(subject, text);
        }
        Prediction found = now.classifier().predict(subject, text);
        return found.decided() && rules.knows(found.topic())
                ? rules.refine(found, now.number(), subject, text)
                : rules.classify(subject, text);
    }
}
