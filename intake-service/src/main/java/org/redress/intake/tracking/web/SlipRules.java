package org.redress.intake.tracking.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.IntakeMetric;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.web.Findings;
import org.redress.intake.tracking.CheckSlip;
import org.redress.intake.tracking.Checked;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets in who holds receipt and access code, and refuses everybody else in one and the same way. */
@Component
public class SlipRules {

    private static final int LONGEST = 64;

    private final CheckSlip checkSlip;
    private final MeterRegistry meters;

    SlipRules(CheckSlip checkSlip, MeterRegistry meters) {
        this.checkSlip = checkSlip;
        this.meters = meters;
    }

    /** Finds what is wrong with the form of either. */
    public static void check(Findings findings, @Nullable String receipt, @Nullable String accessCode) {
        require(findings, "receipt", receipt);
        require(findings, "accessCode", accessCode);
    }

    private static void require(Findings findings, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            findings.add(field, "field.missing", "accepted." + field);
        } else if (value.length() > LONGEST) {
            findings.add(field, Message.of("field.too-long", LONGEST), Message.of("accepted." + field));
        }
    }

    /**
     * The petition they belong to.
     *
     * @throws RefusedException when they belong to none, or were tried too often
     */
    public Petition petitionOf(@Nullable String receipt, @Nullable String accessCode) {
        return switch (checkSlip.check(text(receipt), text(accessCode))) {
            case Checked.Held(Petition petition) -> petition;
            case Checked.Wrong() -> {
                count("wrong");
                throw new RefusedException(HttpStatus.NOT_FOUND, Message.of("tracking.wrong"));
            }
            case Checked.Locked(Duration retryAfter) -> {
                count("locked");
                throw new RefusedException(HttpStatus.TOO_MANY_REQUESTS, Message.of("tracking.locked"))
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds() + 1));
            }
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    void count(String outcome) {
        meters.counter(IntakeMetric.TRACKING.metricName(), "outcome", outcome).increment();
    }
}
