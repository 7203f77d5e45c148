package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "org.redress.contracts",
                    "org.redress.platform",
                    "org.redress.intake",
                    "org.redress.routing",
                    "org.redress.notification",
                    "org.redress.analytics");

    /** A type's name in a page, with or without its package. */
    private static final Pattern TYPE = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][A-Za-z]+)`");

    /** Classes of this module that break every rule once, and are part of no product. */
    private static final JavaClasses VIOLATIONS = new ClassFileImporter()
            .importPath(Path.of("target", "test-classes"))
            .that(JavaClass.Predicates.resideInAPackage("..violations.."));

    @ParameterizedTest
    @EnumSource
    void holdsInTheProduct(Rules rule) {
        assertThat(PRODUCT.size()).isGreaterThan(100);
        EvaluationResult result = rule.rule().allowEmptyShould(false).evaluate(PRODUCT);

        assertThat(result.getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isBrokenByTheClassKeptForIt(Rules rule) {
        EvaluationResult result = rule.rule().evaluate(VIOLATIONS);

        assertThat(result.hasViolation()).as("a class that breaks %s", rule).isTrue();
    }

    /** What the pages for readers of the code call a type is one. */
    @ParameterizedTest
    @ValueSource(strings = {"glossary.md", "code.md"})
    void hasTheTypesThatAPageNames(String page) throws IOException {
        Set<String> types = PRODUCT.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        String text = Files.readString(Path.of("..", "docs", page));

        List<String> named =
                TYPE.matcher(text).results().map(found -> found.group(1)).toList();

        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(types).contains(name));
    }
}
