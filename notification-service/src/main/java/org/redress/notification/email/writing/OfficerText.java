package org.redress.notification.email.writing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.redress.notification.notifications.Deadline;
import org.redress.notification.notifications.HotMatter;
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
            String workbench,
            String dashboard) {
        Wording wording = Wording.in(post.language());
        Map<String, String> values = new HashMap<>();
        values.put("greeting", wording.greeting(post));
        values.put("post", post.called().in(wording.locale()));
        values.put("case", Objects.requireNonNullElse(notification.petitionId(), ""));
        values.put("workbench", workbench);
        values.put("dashboard", dashboard);
        String unit = notification.facts().unit();
        values.put("unit", unit == null ? "" : organisation.unitName(unit, wording.locale()));
        String step = notification.facts().step();
        values.put("step", step == null ? "" : wording.step(step));
        Deadline deadline = notification.facts().deadline();
        if (deadline != null) {
            values.put("clock", wording.clock(deadline.clock(), organisation));
            values.put("dueOn", deadline.dueOn());
            values.put("rung", wording.rung(deadline));
            values.put("why", deadline.why(wording.locale()));
        }
        HotMatter matter = notification.facts().matter();
        if (matter != null) {
            values.put(
                    "matter",
                    matter.terms().isEmpty()
                            ? wording.say("matter.unnamed", values)
                            : String.join(" · ", matter.terms()));
            values.put("since", String.valueOf(matter.since()));
            values.put("day", matter.day());
            values.put("measure", String.valueOf(matter.measure()));
            values.put("people", String.valueOf(matter.people()));
            values.put("expected", String.valueOf(matter.expected()));
        }
        values.put("limit", wording.say(deadline == null ? "assigned.nolimit" : "assigned.limit", values));
        return wording.text(template, values);
    }
}
