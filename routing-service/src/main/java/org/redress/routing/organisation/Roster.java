package org.redress.routing.organisation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which of the posts that share a duty takes the next case: of those who are there that day, the one with the fewest
 * open cases. Open cases are counted once, when the first of them is asked for, and counted on from there; what other
 * instances give away meanwhile is not seen, so that the balance is approximate. Belongs to one thread.
 */
public final class Roster {

    private final LocalDate day;
    private final Function<List<String>, Map<String, Long>> count;
    private final Map<String, Long> given = new HashMap<>();
    private @Nullable Map<String, Long> counted;

    /**
     * For a day.
     *
     * @param count counts the open cases of posts that share duties, asked once at most; a post that is absent has none
     */
    public Roster(LocalDate day, Function<List<String>, Map<String, Long>> count) {
        this.day = day;
        this.count = count;
    }

    /** Counts on: the post got a case. */
    public void gave(String post) {
        given.merge(post, 1L, Long::sum);
    }

    /**
     * Who takes a case of a shared duty. Whoever the case is kept from is passed over, and who is absent; where that leaves
     * nobody, the rules for a single owner hold: a deputy stands in, or the next in the line has it. Among those with equally
     * few the first in the list has it: as each case counts, the next one is the next one's turn.
     */
    Pick next(Duty duty, Rulebook rulebook, Exclusion guard) {
        Organisation organisation = rulebook.organisation();
        List<String> free = duty.owners().stream()
                .filter(post -> !guard.keepsOut(post, organisation))
                .toList();
        List<String> there =
                free.stream().filter(post -> organisation.isThere(post, day)).toList();
        List<String> left = Stream.of(there, free, duty.owners())
                .filter(posts -> !posts.isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, Long> open = counts(rulebook);
        return left.stream()
                .map(post -> new Pick(post, open.getOrDefault(post, 0L) + given.getOrDefault(post, 0L)))
                .min(Comparator.comparingLong(Pick::open))
                .orElseThrow();
    }

    /**
     * Whose turn it is.
     *
     * @param post the post
     * @param open number of its open cases
     */
    record Pick(String post, long open) {}

    private Map<String, Long> counts(Rulebook rulebook) {
        Map<String, Long> known = counted;
        if (known == null) {
            known = count.apply(rulebook.net().sharing());
            counted = known;
        }
        return known;
    }
}
