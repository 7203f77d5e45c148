package org.redress.intake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contracts.Topic;
import org.redress.histories.Deliveries;
import org.redress.histories.Delivery;
import org.redress.histories.Histories;
import org.redress.histories.History;
import org.redress.intake.IntakeStack;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.Samples;
import org.redress.intake.petitions.Stage;
import org.redress.intake.petitions.SubmitPetition;
import org.redress.intake.petitions.Submitted;
import org.redress.intake.petitions.Submitter;
import org.redress.intake.receipts.ReceiptSlip;
import org.redress.intake.requests.Ask;
import org.redress.intake.requests.Asked;
import org.redress.intake.requests.TakeRequest;
import org.redress.intake.tracking.CheckSlip;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;

/** However the way of a case is doubled, delivered again and cut into batches, its petitioner sees the same stages. */
class AnyDeliveryTest extends IntakeStack {

    @Autowired
    private SubmitPetition submitPetition;

    @Autowired
    private TakeRequest takeRequest;

    @Autowired
    private CheckSlip checkSlip;

    @Autowired
    @Qualifier("cases")
    private Consumer<Message<List<byte[]>>> cases;

    @ParameterizedTest
    @MethodSource("org.redress.histories.Seeds#all")
    void showsTheSameStages(long seed) {
        List<ReceiptSlip> once = slips(seed);
        Map<String, List<String>> expected =
                stages(once, seed, Deliveries.onceInOrder(histories(seed, once), Topic.CASES));
        List<ReceiptSlip> anyhow = slips(seed);
        List<Delivery> deliveries = Deliveries.anyhow(seed, histories(seed, anyhow), Topic.CASES);

        assertThat(stages(anyhow, seed, deliveries))
                .as(Deliveries.describe(seed, deliveries))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("org.redress.histories.Seeds#few")
    void showsWhatIsToldAgainAfterARestoreAndNothingThatWentWithIt(long seed) {
        List<ReceiptSlip> alone = slips(seed);
        List<History> told = toldAgain(seed, alone);
        Map<String, List<String>> expected = stages(alone, seed, Deliveries.onceInOrder(told, Topic.CASES));
        List<ReceiptSlip> both = slips(seed);
        stages(both, seed, Deliveries.anyhow(seed, histories(seed, both), Topic.CASES));
        List<Delivery> deliveries = Deliveries.anyhow(seed, toldAgain(seed, both), Topic.CASES);

        assertThat(stages(both, seed, deliveries))
                .as(Deliveries.describe(seed, deliveries))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static List<History> toldAgain(long seed, List<ReceiptSlip> slips) {
        return histories(seed, slips).stream().map(History::toldAgain).toList();
    }

    /** Petitions as intake takes them, some of them with requests. */
    private List<ReceiptSlip> slips(long seed) {
        Random random = new Random(seed);
        List<ReceiptSlip> slips = new ArrayList<>();
        for (int i = 0; i < Histories.petitions(seed); i++) {
            Submitted.Taken taken =
                    (Submitted.Taken) submitPetition.submit(Samples.submission(Submitter.PUBLIC, "正文", null));
            slips.add(taken.slip());
            int requests = random.nextInt(3);
            for (int j = 0; j < requests; j++) {
                RequestKind kind = random.nextBoolean() ? RequestKind.SUPPLEMENT : RequestKind.WITHDRAW;
                Ask ask = new Ask(Submitter.PUBLIC, kind, "补充", false, null);
                assertThat(takeRequest.take(held(taken.slip()), ask)).isInstanceOf(Asked.Taken.class);
            }
        }
        return slips;
    }

    private static List<History> histories(long seed, List<ReceiptSlip> slips) {
        return Histories.of(seed, slips.stream().map(ReceiptSlip::petitionId).toList());
    }

    private Map<String, List<String>> stages(List<ReceiptSlip> slips, long seed, List<Delivery> deliveries) {
        deliveries.forEach(delivery -> cases.accept(delivery.message()));
        Map<String, List<String>> stages = new TreeMap<>();
        List<History> histories = histories(seed, slips);
        for (int i = 0; i < slips.size(); i++) {
            History history = histories.get(i);
            List<Stage> seen = held(slips.get(i)).stages();
            stages.put(
                    history.name(),
                    seen.stream().map(stage -> history.named(text(stage))).toList());
        }
        return stages;
    }

    /** When intake took something, and under which id, is another time and id in each run. */
    private static String text(Stage stage) {
        return switch (stage.stage()) {
            case "submitted", "supplement-taken", "withdrawal-taken" -> stage.stage();
            default -> stage.toString();
        };
    }

    private Petition held(ReceiptSlip slip) {
        return checkSlip.check(slip.receipt(), slip.accessCode()).orElseThrow();
    }
}
