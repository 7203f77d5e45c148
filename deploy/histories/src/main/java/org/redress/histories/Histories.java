package org.redress.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.redress.contracts.Topic;

/** Makes the histories of an example; the same seed gives the same ones, for whatever petitions. */
public final class Histories {

    private static final int MOST_PETITIONS = 4;

    private Histories() {}

    /** How many petitions the example has. */
    public static int petitions(long seed) {
        return 1 + new Random(seed).nextInt(MOST_PETITIONS);
    }

    /** The example's histories, of petitions nobody has heard of yet. */
    public static List<History> ofNewPetitions(long seed) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < petitions(seed); i++) {
            ids.add(UUID.randomUUID().toString());
        }
        return of(seed, ids);
    }

    /** The example's histories, of these petitions. */
    public static List<History> of(long seed, List<String> petitionIds) {
        Random random = new Random(seed);
        List<History> histories = new ArrayList<>();
        for (String id : petitionIds) {
            int partition = random.nextInt(Topic.CASES.partitions());
            Life life = new Life(id, random);
            histories.add(new History("p" + histories.size(), id, partition, life.submissions(), life.cases()));
        }
        return List.copyOf(histories);
    }
}
