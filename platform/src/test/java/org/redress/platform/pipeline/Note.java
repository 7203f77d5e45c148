package org.redress.platform.pipeline;

import java.time.Instant;
import java.util.List;
import org.redress.contracts.cases.CaseClosed;
import org.redress.platform.publishing.Aggregate;
import org.springframework.data.mongodb.core.mapping.Document;

/** The smallest aggregate that publishes: each closing is an event. */
@Document("notes")
class Note extends Aggregate {

    private int closings;
    private String remark;

    Note(String id) {
        super(id);
    }

    @SuppressWarnings("unused")
    private Note() {}

    CaseClosed close(String by) {
        closings++;
        return record(
                new CaseClosed(nextHead(id(), Instant.parse("2026-03-01T00:00:00Z")), "HQ", false, by, List.of()));
    }

    int closings() {
        return closings;
    }

    String remark() {
        return remark;
    }

    void remark(String text) {
        remark = text;
    }
}
