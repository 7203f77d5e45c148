package org.redress.intake.requests.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.IntakeMetric;
import org.redress.intake.petitions.KeptRequest;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.PetitionSettings;
import org.redress.intake.petitions.web.KeyRules;
import org.redress.intake.requests.Ask;
import org.redress.intake.requests.Asked;
import org.redress.intake.requests.TakeRequest;
import org.redress.intake.tracking.web.SlipRules;
import org.redress.platform.web.ConflictException;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.platform.web.UnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes a request of who holds the petition's slip, and tells what became of it. */
@Component
class RequestDesk {

    private static final Duration UNTIL_QUIET = Duration.ofSeconds(1);

    private final SlipRules slips;
    private final TakeRequest takeRequest;
    private final PetitionSettings settings;
    private final MeterRegistry meters;

    RequestDesk(SlipRules slips, TakeRequest takeRequest, PetitionSettings settings, MeterRegistry meters) {
        this.slips = slips;
        this.takeRequest = takeRequest;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * That a request was taken.
     *
     * @param slip what its petitioner is given
     * @param repeated true when it was taken before under the same key
     */
    record Taken(RequestSlip slip, boolean repeated) {}

    /**
     * Takes it for who holds receipt and access code.
     *
     * @throws RefusedException when they belong to no petition, or it takes no more
     */
    Taken take(@Nullable String receipt, @Nullable String accessCode, Ask ask) {
        Petition petition = slips.petitionOf(receipt, accessCode);
        Asked asked = takeRequest.take(petition, ask);
        count(ask, asked);
        return switch (asked) {
            case Asked.Taken(KeptRequest request) -> new Taken(RequestSlip.of(petition, request), false);
            case Asked.Repeated(KeptRequest request) -> new Taken(RequestSlip.of(petition, request), true);
            case Asked.KeyTaken(KeptRequest first) -> throw keyTaken(first);
            case Asked.TooMany() -> throw new ConflictException("request.too-many", settings.requestLimit());
            case Asked.TooLong() -> throw new ConflictException("request.too-long", settings.requestTextLimit());
            case Asked.Busy() -> throw new UnavailableException("request.busy", UNTIL_QUIET);
        };
    }

    private static RefusedException keyTaken(KeptRequest first) {
        return new InvalidRequestException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        List.of(new FieldProblem(
                                KeyRules.HEADER, Message.of("field.request-key-taken", first.id()), null)))
                .with("requestId", first.id());
    }

    private void count(Ask ask, Asked asked) {
        String outcome = switch (asked) {
            case Asked.Taken taken -> "taken";
            case Asked.Repeated repeated -> "repeated";
            case Asked.KeyTaken keyTaken -> "key-taken";
            case Asked.TooMany tooMany -> "too-many";
            case Asked.TooLong tooLong -> "too-long";
            case Asked.Busy busy -> "busy";
        };
        meters.counter(IntakeMetric.REQUESTS.metricName(), "request", ask.kind().wireName(), "outcome", outcome)
                .increment();
    }
}
