package org.redress.analytics.volume;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Facts as the database keeps them; a document without a day is a stub that only holds a position. */
final class FactsDocument {

    private FactsDocument() {}

    static Document write(Facts facts) {
        return new Document("lane", facts.lane())
                .append("day", facts.day().toString())
                .append("scope", facts.scope())
                .append("restricted", facts.restricted())
                .append("unit", facts.unit())
                .append("owner", facts.owner())
                .append("topic", facts.topic())
                .append("channel", facts.channel())
                .append("purpose", facts.purpose())
                .append("state", facts.state().name())
                .append("receivedAt", Date.from(facts.receivedAt()))
                .append("decidedAt", date(facts.decidedAt()))
                .append("answeredAt", date(facts.answeredAt()))
                .append("closedAt", date(facts.closedAt()));
    }

    static @Nullable Facts read(Document document) {
        String day = document.getString("day");
        return day == null
                ? null
                : new Facts(
                        document.getString("_id"),
                        document.getInteger("lane"),
                        LocalDate.parse(day),
                        document.getString("scope"),
                        document.getBoolean("restricted"),
                        document.getString("unit"),
                        document.getString("owner"),
                        document.getString("topic"),
                        document.getString("channel"),
                        document.getString("purpose"),
                        Facts.State.valueOf(document.getString("state")),
                        document.getDate("receivedAt").toInstant(),
                        instant(document.getDate("decidedAt")),
                        instant(document.getDate("answeredAt")),
                        instant(document.getDate("closedAt")));
    }

    private static @Nullable Date date(@Nullable Instant moment) {
        return moment == null ? null : Date.from(moment);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
