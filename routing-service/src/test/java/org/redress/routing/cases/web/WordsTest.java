package org.redress.routing.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.cases.HistoryEntry;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.Way;

class WordsTest {

    @Test
    void nameEveryValueInBothLanguages() {
        List<String> needed = Stream.of(
                        named("state", CaseState.values()),
                        named("step", Step.values()),
                        named("purpose", Purpose.values()),
                        named("way", Way.values()),
                        named("instance", ReviewLevel.values()),
                        named("what", HistoryEntry.What.values()),
                        named(
                                "what",
                                Arrays.stream(Step.values())
                                        .filter(step -> step.is(Step.Trait.NAMED))
                                        .toArray(Step[]::new)),
                        named("contact-purpose", ContactPurpose.values()),
                        named("text", CaseText.Kind.values()),
                        OrderForms.choiceWords())
                .flatMap(names -> names)
                .toList();

        for (Locale language : List.of(Locale.ROOT, Locale.CHINESE)) {
            assertThat(keys("org.redress.contracts.words", language))
                    .as(language.toString())
                    .containsAll(needed);
        }
    }

    @Test
    void nameEveryFieldOfAnOrder() {
        List<String> needed = OrderForms.names().map(name -> "order." + name).toList();

        for (Locale language : List.of(Locale.ROOT, Locale.CHINESE)) {
            assertThat(Stream.of("messages", "org.redress.contracts.words").flatMap(bundle -> keys(bundle, language)))
                    .as(language.toString())
                    .containsAll(needed);
        }
    }

    private static Stream<String> keys(String bundle, Locale language) {
        return ResourceBundle.getBundle(
                bundle, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet()
                .stream();
    }

    private static Stream<String> named(String kind, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> kind + "." + Names.of(value));
    }
}
