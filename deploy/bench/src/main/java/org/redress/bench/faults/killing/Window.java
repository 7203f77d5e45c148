package org.redress.bench.faults.killing;

import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import java.util.List;

/** A stretch of time between two writes, in which a crash must cost nothing; it is entered where a method begins. */
public enum Window {
    /** The petition is on disk with its pending event, and nothing was sent. */
    WRITE_PUBLISH("write-publish", "org.redress.platform.publishing.EventSender", "send"),
    /** The broker acknowledged the event, and it is neither archived nor cleared. */
    PUBLISH_CLEAR("publish-clear", "org.redress.platform.publishing.PendingCollection", "clear"),
    /** The effect of an event is written, and its offset is not committed. */
    APPLY_COMMIT("apply-commit", "org.redress.platform.consuming.ConsumedCounter", "count"),
    /** The plan is written, and its mails were not handed over. */
    PLAN_SEND("plan-send", "org.redress.notification.email.Courier", "deliver"),
    /** The mail server took the mail, and that is not written down. */
    SEND_SETTLE("send-settle", "org.redress.notification.sending.DueNotifications", "settle");

    private final String label;
    private final String type;
    private final String method;

    Window(String label, String type, String method) {
        this.label = label;
        this.type = type;
        this.method = method;
    }

    /** Its name in the result. */
    public String label() {
        return label;
    }

    /** The services that pass through it; one of them is killed there. */
    List<String> services() {
        return switch (this) {
            case WRITE_PUBLISH, PUBLISH_CLEAR -> List.of("intake", "routing");
            case APPLY_COMMIT -> List.of("intake", "routing", "notification", "analytics");
            case PLAN_SEND, SEND_SETTLE -> List.of("notification");
        };
    }

    String type() {
        return type;
    }

    String method() {
        return method;
    }

    /** How many things are in hand: a round without any opens no window. */
    int inHand(Suspended at) {
        List<Value> arguments = at.arguments();
        return switch (this) {
            case WRITE_PUBLISH, PLAN_SEND -> at.size((ObjectReference) arguments.get(0));
            case PUBLISH_CLEAR -> at.sizes((ObjectReference) arguments.get(0));
            case APPLY_COMMIT ->
                ((StringReference) arguments.get(1)).value().equals("applied")
                        ? ((IntegerValue) arguments.get(2)).value()
                        : 0;
            case SEND_SETTLE -> at.text((ObjectReference) arguments.get(1)).split("Sent\\[", -1).length - 1;
        };
    }
}
