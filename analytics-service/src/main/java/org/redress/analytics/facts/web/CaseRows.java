package org.redress.analytics.facts.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.facts.CaseFacts;
import org.redress.analytics.facts.ClockFact;
import org.redress.analytics.report.Table;
import org.redress.analytics.volume.web.Places;
import org.redress.contracts.Words;
import org.redress.platform.organisation.Directories;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names cases for the lists that counts open. */
@Component
public class CaseRows {

    /** How many a page lists at most; a file has all of them. */
    public static final int LISTED = 500;

    private static final int TOLD_APART_BY = 8;
    private static final List<String> COLUMNS =
            List.of("petition-id", "unit", "topic", "state", "received", "registered");

    private final Places places;
    private final Directories directories;
    private final MessageSource words;
    private final String workbench;

    CaseRows(
            Places places,
            Directories directories,
            MessageSource words,
            @Value("${redress.urls.routing}") String workbench) {
        this.places = places;
        this.directories = directories;
        this.words = words;
        this.workbench = workbench;
    }

    /** A case as a row, in a reader's language. */
    public CaseRow row(CaseFacts facts, Locale locale) {
        String id = facts.petitionId();
        return new CaseRow(
                workbench + "/cases/" + id,
                id.substring(Math.max(0, id.length() - TOLD_APART_BY)),
                name("unit", facts.unit(), locale),
                facts.topic() == null ? "" : name("topic", facts.topic(), locale),
                Words.name("state", facts.state(), locale).orElse(facts.state()),
                facts);
    }

    /** A limit of a case as a row, in a reader's language. */
    public LimitRow limit(CaseFacts facts, ClockFact clock, Locale locale) {
        return new LimitRow(row(facts, locale), directories.newest().clockName(clock.kind(), locale), clock);
    }

    /** The first cases as rows. */
    public List<CaseRow> rows(List<CaseFacts> cases, Locale locale) {
        return cases.stream().limit(LISTED).map(facts -> row(facts, locale)).toList();
    }

    /** All cases as a table to be taken along. */
    public Table table(String title, List<CaseFacts> cases, Locale locale) {
        return new Table(
                title,
                COLUMNS.stream()
                        .map(column -> Objects.requireNonNull(words.getMessage("cases." + column, null, locale)))
                        .toList(),
                cases.stream().map(facts -> line(facts, locale)).toList());
    }

    private List<@Nullable Object> line(CaseFacts facts, Locale locale) {
        CaseRow row = row(facts, locale);
        return List.of(
                facts.petitionId(), row.unit(), row.topic(), row.state(), facts.receivedOn(), facts.registeredOn());
    }

    private String name(String kind, String code, Locale locale) {
        return Objects.requireNonNullElse(places.name(kind, code, locale), code);
    }
}
