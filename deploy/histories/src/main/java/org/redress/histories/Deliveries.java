package org.redress.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.redress.contracts.Event;
import org.redress.contracts.Topic;

/** How the events of histories may reach a consumer: always in order per petition, otherwise as bad as it gets. */
public final class Deliveries {

    private Deliveries() {}

    /** Each event once and alone, petition by petition, one topic after the other. */
    public static List<Delivery> onceInOrder(List<History> histories, Topic... topics) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Topic topic : topics) {
            for (History history : histories) {
                sent(history, topic).forEach(sent -> deliveries.add(new Delivery(topic, List.of(sent))));
            }
        }
        return deliveries;
    }

    /** In batches of any size, with events the producer sent again, and batches read again after a crash. */
    public static List<Delivery> anyhow(long seed, List<History> histories, Topic... topics) {
        Random random = new Random(seed);
        List<Reading> open = new ArrayList<>();
        for (Topic topic : topics) {
            open.add(new Reading(topic, log(random, histories, topic), random));
        }
        int first = random.nextInt(101); // from never before the others have ended to always
        List<Delivery> deliveries = new ArrayList<>();
        while (!open.isEmpty()) {
            Reading next = open.get(random.nextInt(100) < first ? 0 : open.size() - 1);
            deliveries.add(next.poll());
            open.removeIf(Reading::ended);
        }
        return deliveries;
    }

    /** What a failed example is told by: how it is run again, and what reached the consumer. */
    public static String describe(long seed, List<Delivery> deliveries) {
        return "-D" + Seeds.PROPERTY + "=" + seed + " runs again: "
                + deliveries.stream().map(Delivery::toString).collect(Collectors.joining(" "));
    }

    /** Petitions take turns in any way; now and then the producer sends again what it sent of one of them. */
    private static List<Sent> log(Random random, List<History> histories, Topic topic) {
        List<List<Sent>> streams =
                histories.stream().map(history -> sent(history, topic)).toList();
        int[] written = new int[streams.size()];
        int left = streams.stream().mapToInt(List::size).sum();
        List<Sent> log = new ArrayList<>();
        while (left > 0) {
            int which = random.nextInt(streams.size());
            List<Sent> stream = streams.get(which);
            if (written[which] < stream.size()) {
                log.add(stream.get(written[which]++));
                left--;
            }
            if (written[which] > 0 && random.nextInt(4) == 0) {
                log.addAll(stream.subList(random.nextInt(written[which]), written[which]));
            }
        }
        return log;
    }

    private static List<Sent> sent(History history, Topic topic) {
        return history.on(topic).stream()
                .map((Event event) -> new Sent(history.name(), history.partition(), event))
                .toList();
    }
}
