package org.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.redress.intake.petitions.Petitions;
import org.redress.intake.petitions.Samples;
import org.redress.intake.petitions.SubmissionDigests;
import org.redress.intake.petitions.SubmitPetition;
import org.redress.intake.petitions.Submitted;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.petitions.TextSealer;
import org.redress.intake.receipts.AccessCodes;
import org.redress.intake.receipts.ReceiptSlip;
import org.redress.intake.receipts.Receipts;
import org.redress.platform.sealing.Mac;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances of intake that are not at the same step of a rotation know each other's petitions. */
class RotatedKeysTest extends IntakeStack {

    private static final int PETITIONS = 40;

    @Autowired
    private Petitions petitions;

    @Autowired
    private TextSealer sealer;

    @Autowired
    private InstantSource clock;

    private final List<Mac> steps = TestKeys.rotated();

    @Test
    void takesAPetitionOnceAtWhicheverStepsOfARotationItIsSent() {
        for (int first = 0; first < steps.size(); first++) {
            for (int second = 0; second < steps.size(); second++) {
                // Nobody makes digests under a key that not everyone has.
                if (Math.abs(first - second) <= 1 || first < second) {
                    String key = UUID.randomUUID().toString();
                    Submitted taken = instance(first).submit(Samples.submission(Submitter.PUBLIC, "text", key));
                    Submitted again = instance(second).submit(Samples.submission(Submitter.PUBLIC, "text", key));
                    Submitted other = instance(second).submit(Samples.submission(Submitter.PUBLIC, "other", key));

                    assertThat(again).isEqualTo(new Submitted.Repeated(slip(taken)));
                    assertThat(other).isInstanceOf(Submitted.KeyTaken.class);
                }
            }
        }
    }

    @Test
    void takesAPetitionOnceThoughTwoInstancesGetItAtOnceWhileOneHasThePrimaryKeyAlready() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
            for (int petition = 0; petition < PETITIONS; petition++) {
                String key = UUID.randomUUID().toString();
                List<Future<Submitted>> answers = new ArrayList<>();
                for (int step : List.of(1, 2)) {
                    answers.add(senders.submit(() -> {
                        together.await();
                        return instance(step).submit(Samples.submission(Submitter.PUBLIC, "text", key));
                    }));
                }

                assertThat(slip(answers.get(0).get()))
                        .isEqualTo(slip(answers.get(1).get()));
            }
        }
    }

    private SubmitPetition instance(int step) {
        Mac mac = steps.get(step);
        return new SubmitPetition(
                petitions, sealer, new SubmissionDigests(mac), new AccessCodes(mac), clock, new Receipts()::draw);
    }

    private static ReceiptSlip slip(Submitted submitted) {
        return switch (submitted) {
            case Submitted.Taken taken -> taken.slip();
            case Submitted.Repeated repeated -> repeated.slip();
            case Submitted.KeyTaken taken -> throw new AssertionError(taken);
        };
    }
}
