package org.redress.tools.verifying;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A message that was refused or given up; names nobody.
 *
 * @param notification the notification it belongs to
 * @param number its number there
 * @param petition the petition; absent for a digest
 * @param template which message
 * @param recipient petitioner, or a post
 * @param reason why
 * @param plannedAt business time of what it tells
 */
record FailedMail(
        String notification,
        int number,
        @Nullable String petition,
        String template,
        String recipient,
        String reason,
        Instant plannedAt) {

    private static final String FAILED = "FAILED";

    /** All of them, the oldest first. */
    static List<FailedMail> in(Databases databases) {
        List<FailedMail> failed = new ArrayList<>();
        databases
                .notificationsWith(FAILED)
                .forEach(notification -> notification.getList("entries", Document.class).stream()
                        .filter(entry -> FAILED.equals(entry.getString("state")))
                        .forEach(entry -> failed.add(of(notification, entry))));
        return failed;
    }

    private static FailedMail of(Document notification, Document entry) {
        return new FailedMail(
                notification.getString("_id"),
                entry.getInteger("number"),
                notification.getString("petitionId"),
                String.valueOf(entry.getString("template")),
                String.valueOf(entry.getString("recipient")),
                String.valueOf(entry.getString("reason")),
                notification.getDate("plannedAt").toInstant());
    }

    /** Its id in the delivery log. */
    String id() {
        return notification + "." + number;
    }

    /** Whether an id means it: its own, its notification's or its petition's. */
    boolean isOf(String asked) {
        return asked.equals(id()) || asked.equals(notification) || asked.equals(petition);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id());
        json.put("petitionId", petition);
        json.put("template", template);
        json.put("recipient", recipient);
        json.put("reason", reason);
        json.put("plannedAt", plannedAt.toString());
        return json;
    }

    @Override
    public String toString() {
        return id() + " " + template + " to " + recipient + ": " + reason
                + (petition == null ? "" : " (petition " + petition + ")");
    }
}
