package org.redress.routing.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.routing.cases.Unsealing;
import org.redress.routing.cases.Unsealing.Why;

class OpeningsTest {

    @Test
    void foldsWhatOnePersonOpensAgainOnOneDay() {
        List<Unsealing> lines = List.of(
                line(1, "content", "li.wei", Why.READING_CASE, null, "2026-03-02T01:00:00Z"),
                line(2, "content", "zhao.gang", Why.READING_CASE, null, "2026-03-02T02:00:00Z"),
                line(3, "content", "li.wei", Why.READING_CASE, null, "2026-03-02T03:00:00Z"),
                line(4, "text-1", "li.wei", Why.READING_TEXT, null, "2026-03-02T03:01:00Z"),
                line(5, "text-2", "li.wei", Why.READING_TEXT, null, "2026-03-02T03:02:00Z"),
                line(6, "contact", "li.wei", Why.CONTACTING, "call", "2026-03-02T03:03:00Z"),
                line(7, "contact", "li.wei", Why.CONTACTING, "write", "2026-03-02T03:04:00Z"),
                line(8, "content", "li.wei", Why.READING_CASE, null, "2026-03-03T01:00:00Z"));

        assertThat(Openings.of(lines, at -> LocalDate.ofInstant(at, ZoneOffset.UTC)))
                .extracting(each ->
                        each.first().number() + "-" + each.last().number() + " " + each.count() + " " + each.kind())
                .containsExactly(
                        "1-3 2 content",
                        "2-2 1 content",
                        "4-5 2 text",
                        "6-6 1 contact",
                        "7-7 1 contact",
                        "8-8 1 content");
    }

    private static Unsealing line(
            long number, String what, String officer, Why why, @Nullable String purpose, String at) {
        return new Unsealing(
                number, "p", what, officer, "post", why, purpose, Instant.parse(at), null, "", "1", "hash" + number);
    }
}
