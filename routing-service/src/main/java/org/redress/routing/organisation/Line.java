package org.redress.routing.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.redress.contracts.cases.Rung;
import org.redress.routing.clocks.Ladder;

/**
 * The line of responsibility above an owner.
 *
 * @param owner post that owns
 * @param head head of the owner's unit
 * @param above heads of the units above, the nearest first; empty at the top of the tree
 */
public record Line(String owner, String head, List<String> above) {

    /** Leaves out of {@code above} who stands lower in the line already. */
    public Line {
        above = above.stream()
                .filter(post -> !post.equals(owner) && !post.equals(head))
                .distinct()
                .toList();
    }

    /** Everybody in it, from the owner upwards. */
    public List<String> upwards() {
        return Stream.concat(Stream.of(owner, head), above.stream()).distinct().toList();
    }

    /** Who leads it: the head of the unit and whoever stands above, without the owner, the nearest first. */
    public List<String> leaders() {
        return Stream.concat(Stream.of(head), above.stream())
                .filter(post -> !post.equals(owner))
                .toList();
    }

    /** Number of levels above the owner's unit; 1 at the top of the tree, where its own head is the level above. */
    public int levels() {
        return Math.max(1, above.size());
    }

    /** The post a number of levels up, from 1; the top for a number above it. */
    public String up(int level) {
        return above.isEmpty() ? head : above.get(Math.min(level, above.size()) - 1);
    }

    /** The posts a rung tells: those a reminder names, or the level the rung stands at. */
    public List<String> recipients(Rung rung, Ladder ladder) {
        return ladder.reminder(rung.name())
                .map(reminder -> reminder.to().stream()
                        .map(reminded -> reminded == Ladder.Reminded.OWNER ? owner : head)
                        .distinct()
                        .toList())
                .orElseGet(() -> List.of(up(rung.level())));
    }
}
