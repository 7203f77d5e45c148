package org.redress.platform.production;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting is wrong and what is accepted, instead of a stack trace. */
class UnsafeProductionAnalyzer extends AbstractFailureAnalyzer<UnsafeProductionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeProductionException refused) {
        return new FailureAnalysis(
                "The profile production is active, but not every setting is fit for it:\n\n"
                        + lines(refused, UnsafeSetting::problem),
                "Set these, or take production out of SPRING_PROFILES_ACTIVE:\n\n"
                        + lines(refused, UnsafeSetting::accepted),
                refused);
    }

    private static String lines(UnsafeProductionException refused, Function<UnsafeSetting, String> told) {
        return refused.settings().stream()
                .map(setting -> "  - " + setting.name() + ": " + told.apply(setting))
                .collect(Collectors.joining("\n"));
    }
}
