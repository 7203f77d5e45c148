package org.redress.intake.petitions.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent.About;
import org.redress.intake.petitions.web.PetitionRequest.AboutRequest;
import org.redress.platform.web.Message;

/** Whom a petition is about: each entry names one unit, one officer or one free text. */
final class AboutRules {

    static final String UNIT = "unit";

    private static final TextRule CODE = TextRule.line(100);
    private static final TextRule WORDS = TextRule.text(500);

    private AboutRules() {}

    static List<About> check(Findings findings, @Nullable List<@Nullable AboutRequest> entries, int limit) {
        if (entries == null) {
            return List.of();
        }
        if (entries.size() > limit) {
            findings.add("about", Message.of("field.too-many", limit), Message.of("accepted.at-most", limit));
            return List.of();
        }
        List<About> about = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            entry(findings, "about[" + i + "]", entries.get(i), about);
        }
        return about;
    }

    private static void entry(Findings findings, String field, @Nullable AboutRequest entry, List<About> about) {
        if (entry == null || given(entry) != 1) {
            findings.add(field, "field.about", "accepted.about");
            return;
        }
        add(findings, field, UNIT, CODE, entry.unit(), about);
        add(findings, field, "officer", CODE, entry.officer(), about);
        add(findings, field, "text", WORDS, entry.text(), about);
    }

    private static long given(AboutRequest entry) {
        return Stream.of(entry.unit(), entry.officer(), entry.text())
                .filter(Objects::nonNull)
                .count();
    }

    private static void add(
            Findings findings, String field, String kind, TextRule rule, @Nullable String value, List<About> about) {
        if (value != null) {
            about.add(new About(kind, rule.required(findings, field + "." + kind, value)));
        }
    }
}
