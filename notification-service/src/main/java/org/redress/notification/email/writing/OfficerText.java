package org.redress.notification.email.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.redress.notification.notifications.Deadline;
import org.redress.notification.notifications.Notification;
import org.redress.notification.notifications.Template;
import org.redress.platform.organisation.Directory;

/** The words of a mail to an officer: which case, which clock, which date and why that one. */
final class OfficerText {

    private OfficerText() {}

    static Text of(
            Notification notification,
            Template template,
            Directory.Post post,
            Directory organisation,
            String workbench) {
        Wording wording = Wording.in(post.language());
        Map<String, String> values = new HashMap<>();
        values.put("greeting", wording.greeting(post));
        values.put("post", post.called().in(wording.locale()));
        values.put("case", Objects.requireNonNullElse(notification.petitionId(), ""));
        values.put("workbench", workbench);
        String unit = notification.facts().unit();
        values.put("unit", unit == null ? "" : organisation.unitName(unit, wording.locale()));
        String step = notification.facts().step();
        values.put("step", step == null ? "" : wording.name("step", step));
        Deadline deadline = notification.facts().deadline();
        if (deadline != null) {
            values.put("clock", wording.clock(deadline.clock(), organisation));
            values.put("dueOn", deadline.dueOn());
            values.put("rung", wording.rung(deadline));
            values.put("why", deadline.why(wording.locale()));
        }
        values.put("limit", wording.say(deadline == null ? "assigned.nolimit" : "assigned.limit", values));
        return wording.text(template, values);
    }
}
