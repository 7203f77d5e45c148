package org.redress.routing.cases;

import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import org.redress.platform.time.RealTime;

/** Takes away texts that no case refers to, once nobody can be about to write the case that does. */
final class TextSweep {

    private static final Duration PATIENCE = Duration.ofDays(1);

    private final CaseTexts texts;
    private final Counter swept;

    TextSweep(CaseTexts texts, Counter swept) {
        this.texts = texts;
        this.swept = swept;
    }

    void sweep() {
        swept.increment((double) texts.sweep(RealTime.now().minus(PATIENCE)));
    }
}
