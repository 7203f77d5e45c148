package org.redress.routing.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseList;
import org.redress.routing.cases.Cases;
import org.redress.routing.matters.Matter;
import org.redress.routing.matters.Matters;
import org.springframework.stereotype.Component;

/**
 * The matters 同一事项 of which a reader may see a petition and none of whose petitions is kept from the reader. Of each it is
 * said which petitions the reader sees; nothing in it is opened.
 */
@Component
class MatterLists {

    /** After so many matters, or petitions in them, nothing older is looked at. */
    private static final int MOST_MATTERS = 200;

    private static final int MOST_LOOKED = 5_000;

    private final Matters matters;
    private final Cases cases;

    MatterLists(Matters matters, Cases cases) {
        this.matters = matters;
        this.cases = cases;
    }

    /** A matter and the petitions in it that the reader sees. */
    record Visible(Matter matter, List<String> members) {}

    /**
     * What was found.
     *
     * @param newest the matters, the newest first
     * @param isMore true where older ones were not looked at
     */
    record Found(List<Visible> newest, boolean isMore) {

        CaseList.Total total() {
            return new CaseList.Total(newest.size(), isMore);
        }
    }

    Found of(Caller reader) {
        List<Matter> some = matters.newest(null, MOST_MATTERS + 1);
        List<Matter> looked = new ArrayList<>();
        int members = 0;
        for (Matter matter : some) {
            members += matter.members().size();
            if (looked.size() == MOST_MATTERS || members > MOST_LOOKED) {
                break;
            }
            looked.add(matter);
        }
        return new Found(visible(looked, reader), looked.size() < some.size());
    }

    private List<Visible> visible(List<Matter> some, Caller reader) {
        Set<String> all =
                some.stream().flatMap(matter -> matter.members().stream()).collect(Collectors.toSet());
        Set<String> readable = cases.readable(all, reader);
        Set<String> kept = cases.keptFromSomebody(all);
        return some.stream()
                .filter(matter -> matter.members().stream().allMatch(id -> readable.contains(id) || !kept.contains(id)))
                .map(matter -> new Visible(
                        matter,
                        matter.members().stream().filter(readable::contains).toList()))
                .filter(found -> !found.members().isEmpty())
                .toList();
    }

    /** Ids of the petitions of a matter that the reader sees; none where it is not theirs to see, or there is no such matter. */
    Set<String> members(String matterId, Caller reader) {
        return matters.find(matterId)
                .map(matter -> cases.readableTogether(matter.members(), reader))
                .orElse(Set.of());
    }
}
