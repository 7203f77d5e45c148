package org.redress.routing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationFileTest {

    /** Whatever the reader of YAML throws is a problem with its line, never an error of the service. */
    @ParameterizedTest
    @MethodSource("broken")
    void tellsTheLineOfWhateverCannotBeRead(String text, int line, String message) {
        Problems problems = new Problems();

        new ConfigurationFile("a.yaml", text).top(problems);

        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).startsWith("is not YAML: ").contains(message);
        });
        assertThat(new ConfigurationFile("a.yaml", text).without("units")).isEqualTo(text);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("id: a\nunits: &all [1]\nposts: *all\n", 3, "alias"),
                Arguments.of("id: a\nunits: &all\n  - {up: *all}\n", 3, "alias"),
                Arguments.of("id: a\nposts: *all\n", 2, "undefined alias all"),
                Arguments.of("id: a\nname: x\u0001y\n", 2, "special characters"),
                Arguments.of("id: 𠮷\n\nname: x\u0007\n", 3, "special characters"),
                Arguments.of("id: a\nunits: " + "[".repeat(60) + "]".repeat(60) + "\n", 2, "Nesting Depth"),
                Arguments.of("id: a\n--- \nid: b\n", 2, "another document"),
                Arguments.of("id: a\n\tname: x\n", 2, ""),
                Arguments.of("id: [a\n", 2, ""));
    }

    @Test
    void readsAFileLargerThanItsReaderTakesByDefault() {
        Problems problems = new Problems();
        String large = "units:\n" + ("  - {code: u, name: " + "很长的名字".repeat(10_000) + "}\n").repeat(70);

        assertThat(new ConfigurationFile("a.yaml", large).top(problems).entries("units"))
                .hasSize(70);
        assertThat(problems.none()).isTrue();
    }
}
