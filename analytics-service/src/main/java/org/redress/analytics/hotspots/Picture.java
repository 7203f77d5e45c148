package org.redress.analytics.hotspots;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.redress.analytics.sightings.Seen;

/**
 * What can be said of a group of petitions, over those that are kept from nobody; never by person.
 *
 * @param unit code of the lowest unit below which they all stand
 * @param people how many wrote; each that is anonymous counts as somebody else's
 * @param letters how many petitions
 * @param headCount people behind them
 * @param anonymous petitions whose writer is unknown
 * @param units how many stand with each unit, most first
 * @param topics how many are of each topic, most first; what has none is left out
 * @param days how many came on each day
 * @param cases ids of their cases, the newest first
 */
public record Picture(
        String unit,
        int people,
        int letters,
        int headCount,
        int anonymous,
        Map<String, Integer> units,
        Map<String, Integer> topics,
        NavigableMap<LocalDate, Integer> days,
        List<String> cases) {

    /**
     * The picture of these.
     *
     * @param seen by the cases' ids; none of them apart
     * @param unit as above
     */
    static Picture of(Map<String, Seen> seen, String unit) {
        Collection<Seen> all = seen.values();
        Set<String> people = new HashSet<>();
        seen.forEach((id, each) -> people.add(writer(id, each)));
        NavigableMap<LocalDate, Integer> days = new TreeMap<>();
        all.forEach(each -> days.merge(each.day(), 1, Integer::sum));
        return new Picture(
                unit,
                people.size(),
                all.size(),
                all.stream().mapToInt(Seen::headCount).sum(),
                (int) all.stream().filter(each -> each.writer() == null).count(),
                counted(all.stream().map(Seen::unit).toList()),
                counted(all.stream().map(Seen::topic).filter(Objects::nonNull).toList()),
                days,
                seen.entrySet().stream()
                        .sorted(Map.Entry.<String, Seen>comparingByValue(
                                        Comparator.comparing(Seen::day).reversed())
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Who wrote, as people are told apart: by their token, and where there is none by the petition. */
    static String writer(String petitionId, Seen seen) {
        return Objects.requireNonNullElse(seen.writer(), petitionId);
    }

    /** Letters beyond the first of each. */
    public int repeats() {
        return letters - people;
    }

    private static Map<String, Integer> counted(List<String> values) {
        Map<String, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        Map<String, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }
}
