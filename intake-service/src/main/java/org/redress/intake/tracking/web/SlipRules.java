package org.redress.intake.tracking.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.IntakeMetric;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.web.Findings;
import org.redress.intake.tracking.CheckSlip;
import org.redress.platform.limits.RequestLimits;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.platform.words.Characters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Lets in who holds receipt and access code, and refuses everybody else in one and the same way. */
@Component
public class SlipRules {

    private static final int LONGEST = 64;

    private final CheckSlip checkSlip;
    private final RequestLimits limits;
    private final HttpServletRequest request;
    private final MeterRegistry meters;

    /**
     * With what finds petitions.
     *
     * @param request stands for the request that is being answered
     */
    SlipRules(CheckSlip checkSlip, RequestLimits limits, HttpServletRequest request, MeterRegistry meters) {
        this.checkSlip = checkSlip;
        this.limits = limits;
        this.request = request;
        this.meters = meters;
    }

    /** Finds what is wrong with the form of either. */
    public static void check(Findings findings, @Nullable String receipt, @Nullable String accessCode) {
        require(findings, "receipt", receipt);
        require(findings, "accessCode", accessCode);
    }

    private static void require(Findings findings, String field, @Nullable String value) {
        if (value == null || Characters.isInvisible(value)) {
            findings.add(field, "field.missing", "accepted." + field);
        } else if (Characters.count(value) > LONGEST) {
            findings.add(field, Message.of("field.too-long", LONGEST), Message.of("accepted." + field));
        }
    }

    /**
     * The petition they belong to.
     *
     * @throws RefusedException when they belong to none
     */
    public Petition petitionOf(@Nullable String receipt, @Nullable String accessCode) {
        return checkSlip.check(text(receipt), text(accessCode)).orElseThrow(this::wrong);
    }

    /** Too many wrong ones of a network, or in all, are told to come back later; the right one never is. */
    private RefusedException wrong() {
        Optional<Duration> wait = limits.spendWrong(request);
        count(wait.isEmpty() ? "wrong" : "limited");
        return wait.map(time -> new RefusedException(HttpStatus.TOO_MANY_REQUESTS, Message.of("tracking.limited"))
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(time.toSeconds() + 1)))
                .orElseGet(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("tracking.wrong")));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    void count(String outcome) {
        meters.counter(IntakeMetric.TRACKING.metricName(), "outcome", outcome).increment();
    }
}
