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
                        named("contact-purpose", ContactPurpose.values()),
                        named("text", CaseText.Kind.values()),
                        OrderForms.choiceWords())
                .flatMap(names -> names)
                .toList();

        for (Locale language : List.of(Locale.ROOT, Locale.CHINESE)) {
            assertThat(ResourceBundle.getBundle(
                                    "org.redress.contracts.words",
                                    language,
                                    ResourceBundle.Control.getNoFallbackControl(
                                            ResourceBundle.Control.FORMAT_PROPERTIES))
                            .keySet())
                    .as(language.toString())
                    .containsAll(needed);
        }
    }

    @Test
    void nameEveryFieldOfAnOrder() {
        List<String> needed = OrderForms.names().map(name -> "order." + name).toList();

        for (Locale language : List.of(Locale.ROOT, Locale.CHINESE)) {
            assertThat(ResourceBundle.getBundle(
                                    "messages",
                                    language,
                                    ResourceBundle.Control.getNoFallbackControl(
                                            ResourceBundle.Control.FORMAT_PROPERTIES))
                            .keySet())
                    .as(language.toString())
                    .containsAll(needed);
        }
    }

    private static Stream<String> named(String kind, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> kind + "." + Names.of(value));
    }
}
