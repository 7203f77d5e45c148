package org.redress.routing.cases.web;

import java.util.Map;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.http.HttpStatus;

/** An opinion that the cases of some members do not allow now. */
final class MembersNotReady extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> rules;

    /** With the rule that stands against it, by petition. */
    MembersNotReady(Map<String, String> rules) {
        super(HttpStatus.CONFLICT, Message.of("matter.not-ready", rules.size()));
        this.rules = Map.copyOf(rules);
        with("members", rules);
    }

    Map<String, String> rules() {
        return rules;
    }
}
