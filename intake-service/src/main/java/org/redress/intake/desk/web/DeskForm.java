package org.redress.intake.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.intake.desk.Mentions.Mention;
import org.redress.intake.petitions.web.PetitionRequest;
import org.redress.intake.petitions.web.PetitionRequest.AboutRequest;
import org.redress.intake.petitions.web.PetitionRequest.OriginRequest;
import org.redress.intake.petitions.web.PetitionRequest.PetitionerRequest;
import org.redress.intake.petitions.web.PetitionRequest.ThroughRequest;
import org.redress.platform.codes.Code;

/**
 * What the form of the desk holds, each value under the name of the member of a petition that it becomes.
 *
 * @param given the values as they were typed
 */
record DeskForm(Map<String, String> given) {

    private static final int HEADING = 40;
    private static final String MENTIONED = "mentioned.";

    DeskForm {
        given = Map.copyOf(given);
    }

    /** What was typed there; empty when nothing was. */
    public String of(String name) {
        return given.getOrDefault(name, "");
    }

    /** Names the form, so that it is taken once however often it is sent. */
    @Nullable
    String key() {
        return value("key");
    }

    /** Ids of officers whom the recorder says the words only mention. */
    List<String> onlyMentioned() {
        return given.keySet().stream()
                .filter(name -> name.startsWith(MENTIONED))
                .map(name -> name.substring(MENTIONED.length()))
                .sorted()
                .toList();
    }

    /** True when the recorder was asked of all of them whether the words are about them. */
    boolean isAskedOf(List<Mention> mentions) {
        List<String> asked = List.of(of("mentions").split(" "));
        return mentions.stream().map(Mention::officer).allMatch(asked::contains);
    }

    /** True when the recorder left it to screening whom the words mean. */
    boolean isLeftToScreening() {
        return value("mentions") != null
                && !onlyMentioned().containsAll(List.of(of("mentions").split(" ")));
    }

    /**
     * As the interface takes it; a number that is none becomes one that is refused.
     *
     * @param officers whom words may name, by the words that the form proposes
     */
    PetitionRequest request(List<Code> officers) {
        return new PetitionRequest(
                value("channel"),
                subject(),
                value("text"),
                value("purpose"),
                value("unit"),
                value("place"),
                about(officers),
                number("headCount"),
                value("occurredOn"),
                value("receivedAt"),
                null,
                petitioner(),
                number("counted"),
                topic(),
                origin(),
                lines("claims"),
                lines("suggestions"));
    }

    /** A letter has no heading: where none was written, its first words are. */
    private String subject() {
        String written = value("subject");
        String text = value("text");
        if (written != null) {
            return written;
        }
        // That the text is missing is told once, at the text.
        return text == null ? "…" : beginning(text);
    }

    private static String beginning(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= HEADING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, HEADING)) + "…";
    }

    private @Nullable List<@Nullable AboutRequest> about(List<Code> officers) {
        String written = value("about");
        if (written == null) {
            return null;
        }
        Optional<String> officer = officers.stream()
                .filter(each -> each.name().equals(written.strip()))
                .map(Code::code)
                .findFirst();
        return List.of(
                officer.map(id -> new AboutRequest(null, id, null)).orElse(new AboutRequest(null, null, written)));
    }

    /** Chosen from the list it is the code with its name behind it. */
    private @Nullable String topic() {
        String written = value("topic");
        return written == null ? null : written.strip().split("\\s", 2)[0];
    }

    PetitionerRequest petitioner() {
        String through = value("petitioner.through.name");
        String relation = value("petitioner.through.relation");
        return new PetitionerRequest(
                value("petitioner.name"),
                value("petitioner.phone"),
                value("petitioner.email"),
                value("petitioner.idNumber"),
                representatives(),
                value("petitioner.anonymous") != null,
                value("petitioner.preferredContact"),
                value("petitioner.language"),
                value("petitioner.address"),
                value("petitioner.remark"),
                through == null && relation == null ? null : new ThroughRequest(through, relation));
    }

    private @Nullable List<@Nullable String> representatives() {
        String written = value("petitioner.representatives");
        return written == null
                ? null
                : Arrays.stream(written.split("[、，,;；\\n]"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .<@Nullable String>map(name -> name)
                        .toList();
    }

    private @Nullable List<@Nullable String> lines(String name) {
        String written = value(name);
        return written == null
                ? null
                : written.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .<@Nullable String>map(line -> line)
                        .toList();
    }

    private @Nullable OriginRequest origin() {
        boolean said = given.keySet().stream().anyMatch(name -> name.startsWith("origin.") && value(name) != null);
        return said
                ? new OriginRequest(
                        value("origin.body"),
                        value("origin.number"),
                        value("origin.receivedOn"),
                        value("origin.firstReplyDueOn"),
                        value("origin.dueOn"),
                        value("origin.returnableUntil"))
                : null;
    }

    private @Nullable Integer number(String name) {
        String written = value(name);
        if (written == null) {
            return null;
        }
        return written.strip().matches("\\d{1,6}") ? Integer.valueOf(written.strip()) : Integer.valueOf(0);
    }

    /** Browsers send line ends as carriage return and line feed, and a blank field for one that was left out. */
    private @Nullable String value(String name) {
        String written = of(name);
        return written.isBlank() ? null : written.replace("\r\n", "\n");
    }
}
