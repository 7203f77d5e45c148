package org.redress.analytics.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.analytics.AnalyticsStack;
import org.redress.contracts.Topic;
import org.redress.histories.Deliveries;
import org.redress.histories.Delivery;
import org.redress.histories.Histories;
import org.redress.histories.History;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;

/** However a history is doubled, delivered again and cut into batches, it comes to the same facts and volumes. */
class AnyDeliveryTest extends AnalyticsStack {

    @Autowired
    @Qualifier("cases")
    private Consumer<Message<List<byte[]>>> cases;

    @Autowired
    @Qualifier("turnaround")
    private Consumer<Message<List<byte[]>>> turnaround;

    @ParameterizedTest
    @MethodSource("org.redress.histories.Seeds#all")
    void comesToTheSameFactsAndVolumes(long seed) {
        List<History> once = Histories.ofNewPetitions(seed);
        Map<String, String> expected = outcome(once, Deliveries.onceInOrder(once, Topic.CASES));
        empty();
        List<History> anyhow = Histories.ofNewPetitions(seed);
        List<Delivery> deliveries = Deliveries.anyhow(seed, anyhow, Topic.CASES);

        assertThat(outcome(anyhow, deliveries))
                .as(Deliveries.describe(seed, deliveries))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("org.redress.histories.Seeds#few")
    void countsWhatIsToldAgainAfterARestoreAsIfTheRestHadNeverBeen(long seed) {
        List<History> alone = toldAgain(Histories.ofNewPetitions(seed));
        Map<String, String> expected = outcome(alone, Deliveries.onceInOrder(alone, Topic.CASES));
        empty();
        List<History> before = Histories.ofNewPetitions(seed);
        outcome(before, Deliveries.anyhow(seed, before, Topic.CASES));
        List<History> after = toldAgain(before);
        List<Delivery> deliveries = Deliveries.anyhow(seed, after, Topic.CASES);

        assertThat(outcome(after, deliveries))
                .as(Deliveries.describe(seed, deliveries))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static List<History> toldAgain(List<History> histories) {
        return histories.stream().map(History::toldAgain).toList();
    }

    /** Facts with the position of their stream by the petition's name, and counts by the bucket's id. */
    private Map<String, String> outcome(List<History> histories, List<Delivery> deliveries) {
        deliveries.forEach(delivery -> cases.accept(delivery.message()));
        deliveries.forEach(delivery -> turnaround.accept(delivery.message()));
        Map<String, String> outcome = new TreeMap<>();
        for (History history : histories) {
            Document facts = mongo.findById(history.petitionId(), Document.class, "facts");
            facts.remove("version"); // counts writes, of which a batch needs one
            outcome.put(history.name(), history.named(facts.toJson()));
            turnaround("_facts").forEach(ways -> {
                Document way =
                        ways.find(new Document("_id", history.petitionId())).first();
                way.remove("version");
                outcome.put("way of " + history.name(), history.named(way.toJson()));
            });
        }
        turnaround("")
                .forEach(cells -> cells.find(new Document("count", new Document("$gt", 0)))
                        .forEach(cell -> outcome.put(
                                cell.getString("_id"), cell.get("count").toString())));
        mongo.getCollection("volumes")
                .find(new Document("count", new Document("$ne", 0)))
                .forEach(bucket ->
                        outcome.put(bucket.getString("_id"), bucket.get("count").toString()));
        return outcome;
    }
}
