package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
}
