package org.redress.routing.near;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Two petitions that say it in nearly the same words, or of which an officer said that they are no matter. No word of either
 * is kept, nor anything that was made of one.
 *
 * @param id both ids in their order, with a blank between
 * @param petitions both ids
 * @param likeness how near, in per cent of the words; absent where their words were not compared or are not near
 * @param refusedBy id of the officer who said that they do not belong together; absent while nobody did
 * @param refusedAt when, in business time
 */
@Document(NearPair.COLLECTION)
@CompoundIndex(name = "petitions", def = "{'petitions': 1}")
public record NearPair(
        @Id String id,
        List<String> petitions,
        @Nullable Integer likeness,
        @Nullable String refusedBy,
        @Nullable Instant refusedAt) {

    static final String COLLECTION = "nearPetitions";

    static String id(String one, String other) {
        return Stream.of(one, other).sorted().collect(Collectors.joining(" "));
    }

    /** The one beside this. */
    public String other(String petition) {
        return petitions.getFirst().equals(petition) ? petitions.getLast() : petitions.getFirst();
    }

    /** True when an officer said that they do not belong together. */
    public boolean isRefused() {
        return refusedBy != null;
    }
}
