package org.redress.tools.verifying;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a healing did about a difference, or tried to.
 *
 * @param difference the difference
 * @param reply what the service answered
 */
record Deed(Difference difference, Reply reply) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", difference.kind().label());
        json.put("id", difference.id());
        json.put("service", difference.service());
        json.put("did", reply.says());
        return json;
    }

    @Override
    public String toString() {
        String about = difference.id().isEmpty() ? "" : difference.id() + " at ";
        return (reply.changed() ? "mended: " : "not mended: ") + about + difference.service() + ": " + reply.says();
    }
}
