package org.redress.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.contracts.Topic.CASES;
import static org.redress.contracts.Topic.SUBMISSIONS;

import com.mongodb.client.model.Filters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contracts.Topic;
import org.redress.histories.Deliveries;
import org.redress.histories.Delivery;
import org.redress.histories.Histories;
import org.redress.histories.History;
import org.redress.histories.Sent;
import org.redress.notification.RunningService;
import org.redress.notification.petitions.Petitions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.messaging.Message;
import org.springframework.test.context.TestPropertySource;

/**
 * However a history is doubled, delivered again, cut into batches and its two topics mixed, it comes to the same
 * plans. What they say is compared before anything is sent or gathered.
 */
@TestPropertySource(
        properties = {"redress.notification.mail.sending.poll=1h", "redress.notification.digest.look-every=1h"})
class AnyDeliveryTest extends RunningService {

    @Autowired
    @Qualifier("submissions")
    private Consumer<Message<List<byte[]>>> submissions;

    @Autowired
    @Qualifier("cases")
    private Consumer<Message<List<byte[]>>> cases;

    @Autowired
    private Petitions petitions;

    @ParameterizedTest
    @MethodSource("org.redress.histories.Seeds#all")
    void comesToTheSamePlans(long seed) {
        List<History> once = Histories.ofNewPetitions(seed);
        Map<String, String> decided = outcome(once, Deliveries.onceInOrder(once, SUBMISSIONS, CASES));
        List<History> anyhow = Histories.ofNewPetitions(seed);
        List<Delivery> deliveries = Deliveries.anyhow(seed, anyhow, SUBMISSIONS, CASES);
        if (seed % 2 == 0) {
            breakOffAfterRestricting(anyhow);
        }

        assertThat(outcome(anyhow, deliveries))
                .as(Deliveries.describe(seed, deliveries))
                .containsExactlyInAnyOrderEntriesOf(waiting(decided, beforeTheirSubmission(deliveries)));
    }

    /** A consumer that died there left stubs of cases that nobody may know of. */
    private void breakOffAfterRestricting(List<History> histories) {
        List<String> hidden = histories.stream()
                .filter(history -> history.cases().getFirst().restricted())
                .map(History::petitionId)
                .toList();
        if (!hidden.isEmpty()) {
            petitions.restrict(hidden);
        }
    }

    /** Plans by the name of their event, and what is kept of each petition by its name. */
    private Map<String, String> outcome(List<History> histories, List<Delivery> deliveries) {
        for (Delivery delivery : deliveries) {
            (delivery.topic() == Topic.CASES ? cases : submissions).accept(delivery.message());
        }
        Map<String, String> outcome = new TreeMap<>();
        for (History history : histories) {
            Document kept = mongo.findById(history.petitionId(), Document.class, "petitions");
            kept.remove("version"); // counts writes, of which a batch needs one
            kept.put("inbox", new TreeMap<>(kept.get("inbox", Document.class)));
            outcome.put(history.name(), history.named(new TreeMap<>(kept).toString()));
            mongo.getCollection("notifications")
                    .find(Filters.eq("petitionId", history.petitionId()))
                    .forEach(plan -> outcome.put(history.named(plan.getString("_id")), text(plan)));
        }
        return outcome;
    }

    private static String text(Document plan) {
        return plan.getString("cause")
                + (plan.getBoolean("restricted") ? " restricted" : "")
                + plan.getList("entries", Document.class).stream()
                        .map(entry -> "\n  %s to %s by %s: %s %s"
                                .formatted(
                                        entry.getString("template"),
                                        entry.getString("recipient"),
                                        entry.getString("channel"),
                                        entry.getString("state"),
                                        entry.getString("reason")))
                        .collect(Collectors.joining())
                + "\n  " + plan.getList("undigested", String.class);
    }

    /** Events of cases that came before it was known whether their petitioner left a contact. */
    private static Set<String> beforeTheirSubmission(List<Delivery> deliveries) {
        Set<String> submitted = new HashSet<>();
        Set<String> seen = new HashSet<>();
        Set<String> before = new HashSet<>();
        for (Delivery delivery : deliveries) {
            for (Sent sent : delivery.records()) {
                String event = sent.petition()
                        + sent.event()
                                .head()
                                .eventId()
                                .substring(sent.event().head().petitionId().length());
                if (delivery.topic() == SUBMISSIONS) {
                    submitted.add(sent.petition());
                } else if (seen.add(event) && !submitted.contains(sent.petition())) {
                    before.add(event);
                }
            }
        }
        return before;
    }

    /** The same plans, where those made too early for it wait for the contact. */
    private static Map<String, String> waiting(Map<String, String> decided, Set<String> tooEarly) {
        Map<String, String> plans = new TreeMap<>(decided);
        plans.replaceAll((event, plan) -> tooEarly.contains(event)
                ? plan.replaceAll("(to petitioner by email: ).*", "$1WAITING no-contact-yet")
                : plan);
        return plans;
    }
}
