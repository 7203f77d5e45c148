package org.redress.bench.hotspots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.hotspots.Hotspots;
import org.redress.analytics.hotspots.Rise;
import org.redress.analytics.hotspots.Sighting;
import org.redress.routing.likeness.Change;
import org.redress.routing.likeness.Groups;

/** Goes through messages day by day, as routing and analytics do, and keeps what they find. */
final class Walk {

    private static final int WORDS = 4;
    private static final int SAID_BY = 5;

    private final Groups groups;
    private final Hotspots hotspots = new Hotspots();
    private final Map<Integer, List<Letter>> members = new LinkedHashMap<>();
    private final Map<Integer, Hotspots.Alert> first = new LinkedHashMap<>();
    private final Map<Integer, Double> heat = new LinkedHashMap<>();
    private int alarms;

    /**
     * A group of messages that was found.
     *
     * @param rank from 1
     * @param title words that at least five of its messages have
     * @param members ids of all its messages
     * @param from when the first was handed in
     * @param to when the last was
     * @param foundAt the end of the day it was found; absent where it only stands
     * @param heat the hotter, the less probable it was at its height
     * @param why what was improbable, or how it gathered
     */
    record Found(
            int rank,
            String title,
            List<String> members,
            LocalDateTime from,
            LocalDateTime to,
            @Nullable LocalDateTime foundAt,
            double heat,
            String why) {}

    /** With the names of units that say nothing of a matter. */
    Walk(Collection<String> units) {
        this.groups = new Groups(units);
    }

    void through(List<Letter> letters) {
        LocalDate day = letters.getFirst().at().toLocalDate();
        for (Letter letter : letters) {
            while (day.isBefore(letter.at().toLocalDate())) {
                end(day);
                day = day.plusDays(1);
            }
            take(letter);
        }
        end(day);
    }

    private void take(Letter letter) {
        for (Change change :
                groups.read(letter.id(), moment(letter.at()), letter.user(), letter.subject(), letter.text())) {
            if (change instanceof Change.Joined joined) {
                members.computeIfAbsent(joined.group(), key -> new ArrayList<>())
                        .add(letter);
                hotspots.sighted(joined.group(), new Sighting(letter.at().toLocalDate(), letter.user()));
            } else {
                follow(change);
            }
        }
    }

    private void follow(Change change) {
        if (change instanceof Change.Merged merged) {
            members.computeIfAbsent(merged.into(), key -> new ArrayList<>())
                    .addAll(Objects.requireNonNull(members.remove(merged.from()), "a group that nothing joined"));
            hotspots.merged(merged.from(), merged.into());
            Hotspots.Alert before = first.remove(merged.from());
            if (before != null) {
                first.merge(merged.into(), before, (one, other) -> one.day().isAfter(other.day()) ? other : one);
            }
            heat.merge(merged.into(), heat.getOrDefault(merged.from(), 0.0), Math::max);
            heat.remove(merged.from());
        }
    }

    private void end(LocalDate day) {
        groups.look(moment(day.plusDays(1).atStartOfDay())).forEach(this::follow);
        for (Hotspots.Alert alert : hotspots.endOf(day)) {
            if (alert.begins()) {
                alarms++;
                first.putIfAbsent(alert.group(), alert);
                heat.merge(alert.group(), alert.rise().heat(), Math::max);
            }
        }
    }

    private static Instant moment(LocalDateTime at) {
        return at.toInstant(ZoneOffset.UTC);
    }

    int alarms() {
        return alarms;
    }

    /** What was hot, hottest first. */
    List<Found> hotspots() {
        List<Hotspots.Alert> hottest = first.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<Integer, Hotspots.Alert> each) -> -heat.getOrDefault(each.getKey(), 0.0)))
                .map(each -> new Hotspots.Alert(
                        each.getKey(),
                        true,
                        each.getValue().day(),
                        each.getValue().rise()))
                .toList();
        List<Found> found = new ArrayList<>();
        for (Hotspots.Alert alert : hottest) {
            found.add(found(
                    found.size() + 1, alert.group(), alert.day().plusDays(1).atStartOfDay(), why(alert.rise())));
        }
        return found;
    }

    private static String why(Rise rise) {
        return "%d people wrote within %d days, where %.2f were to be expected; by chance once in %.0f such looks"
                .formatted(rise.writers(), rise.days(), rise.expected(), 1 / rise.probability());
    }

    /** What gathers slowly and is large. */
    List<Found> standing() {
        List<Found> found = new ArrayList<>();
        for (Hotspots.Standing each : hotspots.standing(groups::distinctness)) {
            String why = "%d people wrote, in %d weeks of the year".formatted(each.writers(), each.weeks());
            found.add(found(found.size() + 1, each.group(), null, why));
        }
        return found;
    }

    private Found found(int rank, int group, @Nullable LocalDateTime foundAt, String why) {
        List<Letter> all = members.getOrDefault(group, List.of()).stream()
                .sorted(Letter.IN_ORDER)
                .toList();
        return new Found(
                rank,
                String.join(" · ", groups.words(group, WORDS, SAID_BY)),
                all.stream().map(Letter::id).toList(),
                all.getFirst().at(),
                all.getLast().at(),
                foundAt,
                Math.round(10 * heat.getOrDefault(group, 0.0)) / 10.0,
                why);
    }
}
