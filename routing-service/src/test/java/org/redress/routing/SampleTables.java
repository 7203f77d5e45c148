package org.redress.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Rulebook;
import org.redress.routing.organisation.RulebookReader;

/** The sample organisation with tables in place of its lists. */
public final class SampleTables {

    private SampleTables() {}

    /** Its files by name. */
    public static Map<String, String> files() {
        Map<String, String> files = new HashMap<>(SampleConfiguration.files());
        Rulebook rulebook = RulebookReader.read(files);
        files.remove("responsibility.yaml");
        files.put("organisation.yaml", general(rulebook.organisation()));
        files.put("units.csv", units(rulebook.organisation()));
        files.put("posts.csv", posts(rulebook.organisation()));
        files.put("absences.csv", "post,from,until\n");
        files.put(
                "responsibility.csv",
                table(
                        "topic,unit,owners",
                        rulebook.net().duties().stream()
                                .map(duty -> row(duty.topic(), duty.unit(), String.join(" ", duty.owners())))));
        return files;
    }

    private static String general(Organisation organisation) {
        return "id: %s\nname: %s\nzone: %s\ndiscipline: {code: %s, name: %s, english: %s, line: %s}\n"
                .formatted(
                        organisation.id(),
                        organisation.name(),
                        organisation.zone(),
                        organisation.discipline().code(),
                        organisation.discipline().name(),
                        organisation.discipline().english(),
                        organisation.discipline().line());
    }

    private static String units(Organisation organisation) {
        return table(
                "code,name,english,parent,head,petitionOffice,outsideBody",
                organisation.units().values().stream()
                        .map(unit -> row(
                                unit.code(),
                                unit.name(),
                                unit.english(),
                                unit.parent(),
                                unit.head(),
                                unit.petitionOffice(),
                                unit.outsideBody())));
    }

    private static String posts(Organisation organisation) {
        return table(
                "id,title,english,unit,officer,name,email,language,deputy",
                organisation.posts().values().stream()
                        .map(post -> row(
                                post.id(),
                                post.title(),
                                post.english(),
                                post.unit(),
                                post.officer(),
                                post.name(),
                                post.email(),
                                post.language(),
                                post.deputy())));
    }

    private static String table(String header, Stream<String> rows) {
        return rows.collect(Collectors.joining("\r\n", header + "\r\n", "\r\n"));
    }

    private static String row(@Nullable String... cells) {
        List<String> written = Arrays.stream(cells)
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList();
        return String.join(",", written);
    }
}
