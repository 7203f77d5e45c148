package org.redress.bench.faults.judging;

import static org.redress.bench.faults.judging.Finding.Kind.ALERT_MISSING;
import static org.redress.bench.faults.judging.Finding.Kind.MAIL_COPY;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        evidence.mails().forEach(alarms::judgeCopies);
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

    private void judgeCopies(String messageId, int mails) {
        for (int copy = 1; copy < mails; copy++) {
            findings.add(new Finding(MAIL_COPY, messageId + " came " + mails + " times"));
        }
    }
}
