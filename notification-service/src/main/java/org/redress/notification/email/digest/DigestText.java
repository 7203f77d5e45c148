package org.redress.notification.email.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redress.notification.email.writing.Text;
import org.redress.notification.email.writing.Wording;
import org.redress.notification.notifications.Template;
import org.redress.platform.organisation.Directory;

/** The words of a digest: first the backlog of each unit in one line, then counts by clock and rung, oldest first. */
final class DigestText {

    /** Cases listed by name at most; the rest is counted. */
    static final int LISTED = 50;

    private final Wording wording;
    private final Directory organisation;
    private final Map<String, String> values;

    /**
     * For one reader.
     *
     * @param values what every line may name: officer, day, workbench
     */
    DigestText(Wording wording, Directory organisation, Map<String, String> values) {
        this.wording = wording;
        this.organisation = organisation;
        this.values = values;
    }

    Text of(List<DigestLine> lines) {
        List<String> body = new ArrayList<>();
        body.add(say("digest.greeting", Map.of()));
        body.addAll(backlog(lines));
        List<DigestLine> listed = lines.stream()
                .filter(line -> line.template() != Template.BACKLOG)
                .toList();
        if (!listed.isEmpty()) {
            body.addAll(groups(listed));
            body.add(say("digest.total", Map.of("count", count(listed), "listed", Integer.toString(named(listed)))));
        }
        body.add(say("digest.workbench", Map.of()));
        body.add(say("footer", Map.of()));
        return new Text(say("digest.subject", Map.of()), String.join("\n\n", body) + "\n");
    }

    private List<String> backlog(List<DigestLine> lines) {
        Map<String, List<DigestLine>> units = lines.stream()
                .filter(line -> line.template() == Template.BACKLOG)
                .collect(Collectors.groupingBy(DigestLine::unit, TreeMap::new, Collectors.toList()));
        return units.entrySet().stream()
                .map(unit -> backlog(unit.getKey(), unit.getValue()))
                .toList();
    }

    private String backlog(String unit, List<DigestLine> lines) {
        long missed = lines.stream().filter(DigestLine::missed).count();
        return say(
                "digest.backlog",
                Map.of(
                        "unit",
                        organisation.unitName(unit, wording.locale()),
                        "count",
                        count(lines),
                        "missed",
                        Long.toString(missed),
                        "oldest",
                        oldest(lines)));
    }

    private List<String> groups(List<DigestLine> lines) {
        Map<DigestLine.Heading, List<DigestLine>> groups = byHeading(lines);
        Map<DigestLine.Heading, Integer> shares = shares(groups);
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue(), shares.getOrDefault(group.getKey(), 0)))
                .toList();
    }

    private String group(DigestLine.Heading heading, List<DigestLine> lines, int share) {
        List<String> text = new ArrayList<>();
        String oldest = oldest(lines);
        text.add(say(
                oldest.isEmpty() ? "digest.undated" : "digest.group",
                Map.of("title", heading.title(), "count", count(lines), "oldest", oldest)));
        lines.stream()
                .sorted(Comparator.comparing(DigestLine::dueOn).thenComparing(DigestLine::petitionId))
                .limit(share)
                .map(line -> say("digest.line", Map.of("dueOn", line.dueOn(), "case", line.petitionId())))
                .forEach(text::add);
        if (lines.size() > share) {
            text.add(say("digest.more", Map.of("count", Integer.toString(lines.size() - share))));
        }
        return String.join("\n", text);
    }

    private int named(List<DigestLine> lines) {
        return shares(byHeading(lines)).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Map<DigestLine.Heading, List<DigestLine>> byHeading(List<DigestLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.heading(wording, organisation), TreeMap::new, Collectors.toList()));
    }

    /** Each group gets an equal share of what is left, so that no long one hides the others. */
    private static Map<DigestLine.Heading, Integer> shares(Map<DigestLine.Heading, List<DigestLine>> groups) {
        Map<DigestLine.Heading, Integer> shares = new HashMap<>();
        int left = LISTED;
        int waiting = groups.size();
        for (Map.Entry<DigestLine.Heading, List<DigestLine>> group : groups.entrySet()) {
            int share = Math.min(group.getValue().size(), left / waiting);
            shares.put(group.getKey(), share);
            left -= share;
            waiting--;
        }
        return shares;
    }

    private String say(String key, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(own);
        return wording.say(key, all);
    }

    private static String count(List<DigestLine> lines) {
        return Integer.toString(lines.size());
    }

    private static String oldest(List<DigestLine> lines) {
        return lines.stream()
                .map(DigestLine::dueOn)
                .filter(day -> !day.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
    }
}
