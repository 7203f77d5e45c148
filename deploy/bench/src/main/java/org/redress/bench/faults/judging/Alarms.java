package org.redress.bench.faults.judging;

import static org.redress.bench.faults.judging.Finding.Kind.ALERT_MISSING;
import static org.redress.bench.faults.judging.Finding.Kind.MAIL_COPY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.redress.contracts.Topic;

/** Who had to be told was told, and by one mail. */
final class Alarms {

    private static final String EMAIL = "email";

    // Those without an address or no longer in scope, and lines of a daily digest, get no mail of their own.
    private static final Set<String> WITHOUT_MAIL = Set.of("SUPPRESSED", "DIGEST");

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();

    private Alarms(Evidence evidence) {
        this.evidence = evidence;
    }

    static List<Finding> in(Evidence evidence, TopicView topics) {
        Alarms alarms = new Alarms(evidence);
        for (Topic topic : Topic.values()) {
            topics.events(topic).stream()
                    .filter(TopicRecord::demandsAlert)
                    .filter(event -> !evidence.plans().containsKey(event.eventId()))
                    .forEach(event -> alarms.missing(event.type() + " " + event.place() + " has no plan"));
        }
        evidence.plans().values().forEach(alarms::judge);
        alarms.judgeCopies();
        return alarms.findings;
    }

    private void missing(String sentence) {
        findings.add(new Finding(ALERT_MISSING, sentence));
    }

    private void judge(PlanRecord plan) {
        for (PlanRecord.Message message : plan.messages()) {
            if (!message.channel().equals(EMAIL) || WITHOUT_MAIL.contains(message.state())) {
                continue;
            }
            if (!message.state().equals("SENT")) {
                missing(message.what() + " of " + plan.id() + " is " + message.state());
            } else if (!evidence.mails().containsKey(message.messageId())) {
                missing(message.what() + " of " + plan.id() + " counts as sent, and no mail lies there");
            }
        }
    }

    /** A notification's mails go out one after the other and are noted together: one kill may have all of them come again. */
    private void judgeCopies() {
        Map<String, String> plans = new HashMap<>();
        evidence.plans()
                .values()
                .forEach(plan -> plan.messages().forEach(message -> plans.put(message.messageId(), plan.id())));
        Map<String, Integer> copies = new TreeMap<>();
        evidence.mails()
                .forEach((messageId, mails) ->
                        copies.merge(plans.getOrDefault(messageId, messageId), mails - 1, Math::max));
        copies.forEach((notification, further) -> {
            for (int copy = 0; copy < further; copy++) {
                findings.add(new Finding(MAIL_COPY, "mails of " + notification + " came " + (further + 1) + " times"));
            }
        });
    }
}
