package org.redress.intake.petitions.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.IntakeMetric;
import org.redress.intake.petitions.Submission;
import org.redress.intake.petitions.SubmitPetition;
import org.redress.intake.petitions.Submitted;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.receipts.ReceiptSlip;
import org.redress.platform.time.RealTime;
import org.redress.platform.tracing.Traces;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Takes petitions, from the interface and from the form alike, and counts what became of each. */
@Component
public class PetitionDoor {

    private static final List<String> OUTCOMES = List.of("taken", "repeated", "key-taken", "refused");

    private final SubmissionRules rules;
    private final SubmitPetition submitPetition;
    private final Traces traces;
    private final MeterRegistry meters;

    PetitionDoor(SubmissionRules rules, SubmitPetition submitPetition, Traces traces, MeterRegistry meters) {
        this.rules = rules;
        this.submitPetition = submitPetition;
        this.traces = traces;
        this.meters = meters;
        OUTCOMES.forEach(this::counter);
    }

    /**
     * What a petitioner takes home.
     *
     * @param slip receipt and access code
     * @param repeated true when it was taken before under the same key
     */
    public record Receipt(ReceiptSlip slip, boolean repeated) {}

    /**
     * Takes a petition.
     *
     * @throws InvalidRequestException with every field that is wrong, or when the key was used for something else
     */
    public Receipt submit(PetitionRequest request, Submitter submitter, @Nullable String idempotencyKey) {
        return take(checked(request, submitter, idempotencyKey));
    }

    /**
     * Takes a petition unless something speaks against one that was not handed in before.
     *
     * @param last what refuses it, after its fields were found right
     * @throws InvalidRequestException with every field that is wrong, or when the key was used for something else
     */
    public Receipt submit(
            PetitionRequest request, Submitter submitter, @Nullable String idempotencyKey, Consumer<Submission> last) {
        Submission submission = checked(request, submitter, idempotencyKey);
        if (!submitPetition.isKnown(submission)) {
            last.accept(submission);
        }
        return take(submission);
    }

    private Receipt take(Submission submission) {
        Instant began = RealTime.now();
        return switch (submitPetition.submit(submission)) {
            case Submitted.Taken(ReceiptSlip slip) -> {
                count("taken");
                if (!submission.anonymous()) {
                    traces.taken(slip.petitionId(), began);
                }
                yield new Receipt(slip, false);
            }
            case Submitted.Repeated(ReceiptSlip slip) -> {
                count("repeated");
                yield new Receipt(slip, true);
            }
            case Submitted.KeyTaken(String key, String firstReceipt) -> {
                count("key-taken");
                throw new InvalidRequestException(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                List.of(new FieldProblem(key, Message.of("field.key-taken", firstReceipt), null)))
                        .with("receipt", firstReceipt);
            }
        };
    }

    private Submission checked(PetitionRequest request, Submitter submitter, @Nullable String idempotencyKey) {
        try {
            return rules.check(request, submitter, idempotencyKey);
        } catch (InvalidRequestException refused) {
            count("refused");
            throw refused;
        }
    }

    private void count(String outcome) {
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return meters.counter(IntakeMetric.SUBMISSIONS.metricName(), "outcome", outcome);
    }
}
