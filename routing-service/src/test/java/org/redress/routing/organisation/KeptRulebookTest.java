package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.configuration.InvalidConfigurationException;

/**
 * What took effect once is read for ever: every shape of the configuration that was ever committed, as files and parsed.
 * Add one when a shape changes, never change one.
 */
class KeptRulebookTest {

    static IntStream formats() {
        return IntStream.rangeClosed(1, StoredRulebook.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void readsEveryConfigurationThatWasEverCommitted(int number) {
        Rulebook kept = RulebookReader.readKept(configuration(number));

        assertThat(kept.organisation().units()).hasSize(12);
        assertThat(kept.net().duties()).hasSizeGreaterThan(10);
        assertThat(kept.topics().find("labour")).isPresent();
        assertThat(kept.clocks().ladder().reminders()).hasSize(2);
        assertThat(kept.clocks().rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.kind()).isNotEmpty();
            assertThat(rule.purposes()).isNotEmpty();
            assertThat(rule.starts()).isNotEmpty();
            assertThat(rule.limit().length()).isPositive();
        });
        assertSame(StoredRulebook.of("digest", kept).rulebook(), kept);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsEveryFormItWasEverStoredIn(int format) {
        Rulebook kept = new StoredRulebook("digest", format, text("/rulebooks/format-" + format + ".json")).rulebook();

        assertSame(kept, RulebookReader.readKept(configuration(6)));
    }

    @Test
    void leavesAFormOfALaterReleaseAlone() {
        assertThat(new StoredRulebook("digest", StoredRulebook.FORMAT + 1, "{}").readable())
                .isFalse();
    }

    @Test
    void asksOfDraftsAloneWhatIsAskedToday() {
        Map<String, String> files = configuration(1);

        assertThatThrownBy(() -> RulebookReader.read(files)).isInstanceOf(InvalidConfigurationException.class);
        assertSame(
                StoredRulebook.of("digest", SampleConfiguration.edition().rulebook())
                        .rulebook(),
                SampleConfiguration.edition().rulebook());
    }

    private static void assertSame(Rulebook one, Rulebook other) {
        assertThat(one.organisation()).isEqualTo(other.organisation());
        assertThat(one.organisation().units().keySet())
                .containsExactlyElementsOf(other.organisation().units().keySet());
        assertThat(one.net().duties())
                .containsExactlyInAnyOrderElementsOf(other.net().duties());
        assertThat(one.topics().roots()).isEqualTo(other.topics().roots());
        assertThat(one.topics().otherwise()).isEqualTo(other.topics().otherwise());
        assertThat(one.clocks()).isEqualTo(other.clocks());
    }

    private static Map<String, String> configuration(int number) {
        return Stream.of("organisation.yaml", "topics.yaml", "responsibility.yaml", "clocks.yaml")
                .collect(Collectors.toMap(name -> name, name -> text("/configurations/" + number + "/" + name)));
    }

    private static String text(String resource) {
        try (InputStream in = KeptRulebookTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
