package org.redress.notification.email.digest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.notification.email.writing.Text;
import org.redress.notification.email.writing.Wording;
import org.redress.notification.notifications.Deadline;
import org.redress.platform.organisation.Directory;

/** The words of a message that reminds a post of what it holds 催办: numbers and days, and nothing else. */
final class ReminderText {

    private final Wording wording;
    private final Directory organisation;
    private final Map<String, String> values;

    /**
     * For one reader.
     *
     * @param values what every line may name: officer, day, workbench
     */
    ReminderText(Wording wording, Directory organisation, Map<String, String> values) {
        this.wording = wording;
        this.organisation = organisation;
        this.values = values;
    }

    /** A case once, as it stood when it was reminded of last; what is due first comes first. */
    Text of(List<DigestLine> lines) {
        List<DigestLine> cases = lines.stream()
                .collect(Collectors.toMap(
                        DigestLine::petitionId,
                        line -> line,
                        BinaryOperator.maxBy(Comparator.comparing(DigestLine::at))))
                .values()
                .stream()
                .sorted(Comparator.comparing(DigestLine::dueOn).thenComparing(DigestLine::petitionId))
                .toList();
        Map<String, String> count = Map.of("count", Integer.toString(cases.size()));
        String body = Stream.of(
                        say("reminders.greeting", count),
                        cases.stream().map(this::line).collect(Collectors.joining("\n")),
                        say("digest.workbench", Map.of()),
                        say("footer", Map.of()))
                .collect(Collectors.joining("\n\n"));
        return new Text(say("reminders.subject", count), body + "\n");
    }

    private String line(DigestLine line) {
        List<Deadline> limits = line.facts().limits();
        String days = limits == null
                ? line.dueOn()
                : limits.stream()
                        .map(limit -> say(
                                limit.missed() ? "reminders.missed" : "reminders.limit",
                                Map.of("clock", wording.clock(limit.clock(), organisation), "dueOn", limit.dueOn())))
                        .collect(Collectors.joining(wording.say("reminders.and", Map.of())));
        return say("reminders.line", Map.of("case", line.petitionId(), "days", days));
    }

    private String say(String key, Map<String, String> own) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(own);
        return wording.say(key, all);
    }
}
