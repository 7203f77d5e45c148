package org.redress.analytics.figures.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.redress.analytics.figures.Condition;
import org.redress.analytics.figures.FigureSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what a definition counts, made of the definition itself, so that the two cannot differ. */
@Component
class FigureWords {

    private final MessageSource words;

    FigureWords(MessageSource words) {
        this.words = words;
    }

    /** All conditions of a list, as one phrase. */
    String conditions(List<Condition> conditions, Locale locale) {
        return conditions.isEmpty()
                ? word("figures.every", locale)
                : conditions.stream()
                        .map(condition -> condition(condition, locale))
                        .collect(Collectors.joining(word("figures.and", locale)));
    }

    /** What is summed over the denominator. */
    String numerator(FigureSettings.Definition definition, Locale locale) {
        return definition.measure() == FigureSettings.Measure.CASES
                ? conditions(definition.numerator(), locale)
                : word("figures.days-to-answer", locale);
    }

    /** By which date a case belongs to a period. */
    String cohort(FigureSettings.Definition definition, Locale locale) {
        String date = word("cohort." + definition.cohort().label(), locale);
        return definition.afterDays() == 0 ? date : word("figures.later", locale, date, definition.afterDays());
    }

    /** A condition without days, as what is told beside figures. */
    String kind(Condition.Kind kind, Locale locale) {
        return word("condition." + kind.label(), locale);
    }

    private String condition(Condition condition, Locale locale) {
        String plain = word("condition." + condition.kind().label(), locale, condition.days());
        return condition.not() ? word("figures.not", locale, plain) : plain;
    }

    String word(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(words.getMessage(key, values, locale));
    }
}
