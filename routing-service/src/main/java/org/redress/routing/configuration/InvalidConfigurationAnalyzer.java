package org.redress.routing.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells who starts the service what is wrong in the configuration, instead of a stack trace. */
class InvalidConfigurationAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidConfigurationException refused) {
        return new FailureAnalysis(
                String.valueOf(refused.getMessage()),
                "Correct the files in the configuration folder (REDRESS_CONFIGURATION) and start again.",
                refused);
    }
}
