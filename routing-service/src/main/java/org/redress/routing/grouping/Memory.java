package org.redress.routing.grouping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.groups.PetitionsGrouped.Described;
import org.redress.routing.cases.GroupableCases;
import org.redress.routing.cases.GroupableCases.Opened;
import org.redress.routing.grouping.GroupingRun.Entry;
import org.redress.routing.likeness.Change;
import org.redress.routing.likeness.Groups;
import org.redress.routing.likeness.NearTexts;
import org.redress.routing.likeness.NearTexts.Near;

/** The groups as they are held in memory, and nowhere else: what petitions say is in no database but sealed. */
final class Memory {

    private static final int AT_ONCE = 200;
    private static final int TERMS = 4;

    /** People who have to say a word before anybody is told of it. */
    private static final int SAID_BY = 5;

    private final Groups groups;
    private final NearTexts texts;
    private final Set<String> petitions = new HashSet<>();
    private final Map<Integer, Described> described = new HashMap<>();
    private @Nullable GroupingRun last;

    /** Nothing so far, without words that say nothing of a matter. */
    Memory(Collection<String> unheard) {
        this.groups = new Groups(unheard);
        this.texts = new NearTexts(unheard);
    }

    /** The run that was written last; absent before the first. */
    @Nullable
    GroupingRun last() {
        return last;
    }

    void wrote(GroupingRun run) {
        last = run;
    }

    boolean knows(String petition) {
        return petitions.contains(petition);
    }

    /**
     * Goes once more through what a run decided. A petition that may no longer be read is left out: its group stays what it
     * was told to be.
     *
     * @param endOf the moment a day ends
     */
    void follow(GroupingRun run, GroupableCases cases, Function<LocalDate, Instant> endOf) {
        List<Entry> entries = run.entries();
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            List<Entry> some = entries.subList(from, Math.min(from + AT_ONCE, entries.size()));
            List<String> ids = new ArrayList<>();
            some.forEach(entry -> {
                if (entry.petition() != null) {
                    ids.add(entry.petition());
                }
            });
            Map<String, Opened> read =
                    cases.read(ids).stream().collect(Collectors.toMap(Opened::id, Function.identity()));
            some.forEach(entry -> follow(entry, read, endOf.apply(run.day())));
            petitions.addAll(ids);
        }
        last = run;
    }

    private void follow(Entry entry, Map<String, Opened> read, Instant endOfDay) {
        if (entry.into() != null) {
            groups.follow(new Change.Merged(entry.group(), entry.into()));
        } else if (entry.petition() == null) {
            groups.forget(endOfDay);
        } else {
            Opened each = read.get(entry.petition());
            if (each != null) {
                groups.readAgain(each.id(), each.at(), each.writer(), each.heading(), each.text(), entry.group());
                near(each);
            }
        }
    }

    /** Those read before that say what a petition says in nearly the same words; none the second time. */
    List<Near> near(Opened petition) {
        return texts.knows(petition.id())
                ? List.of()
                : texts.read(petition.id(), petition.at(), petition.heading(), petition.text());
    }

    /** Lets go of the words of petitions from before a moment. */
    void forget(Instant before) {
        texts.forget(before);
    }

    /** Decides on petitions that were never read. */
    List<Change> read(List<Opened> fresh) {
        List<Change> changes = new ArrayList<>();
        for (Opened each : fresh) {
            changes.addAll(groups.read(each.id(), each.at(), each.writer(), each.heading(), each.text()));
            petitions.add(each.id());
        }
        return changes;
    }

    /**
     * What became clear in a day that is over.
     *
     * @param merged groups that became one
     * @param described what the groups that grew are about, where that was not told yet
     */
    record Evening(List<Change> merged, List<Described> described) {}

    Evening evening(Instant endOfDay) {
        Set<Integer> changed = new LinkedHashSet<>(groups.grown());
        List<Change> merged = groups.look(endOfDay);
        merged.forEach(change -> {
            if (change instanceof Change.Merged each) {
                changed.add(each.into());
            }
        });
        List<Described> told = new ArrayList<>();
        for (int group : changed) {
            List<String> terms = groups.words(group, TERMS, SAID_BY);
            Described now = new Described(group, terms, Math.round(10 * groups.distinctness(group)) / 10.0);
            if (!terms.isEmpty() && !now.equals(described.put(group, now))) {
                told.add(now);
            }
        }
        return new Evening(merged, told);
    }
}
