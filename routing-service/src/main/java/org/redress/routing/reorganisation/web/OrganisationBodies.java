package org.redress.routing.reorganisation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.routing.calendar.HolidayNotices;
import org.redress.routing.organisation.Activation;
import org.redress.routing.organisation.Move;
import org.redress.routing.organisation.RulebookFiles;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/** What administrators send. */
final class OrganisationBodies {

    private OrganisationBodies() {}

    /**
     * Files of the configuration.
     *
     * @param files the files; those not given are as in the version in effect
     */
    record Files(@NotEmpty @Size(max = 50) List<@Valid @NotNull File> files) {

        /**
         * A file.
         *
         * @param name its name, such as organisation.yaml, units.csv or calendar/2027.json
         * @param text what it says; what no text may hold is told with its line
         */
        record File(
                @NotBlank @Size(max = 100) String name,

                @NotNull @JsonDeserialize(using = StringDeserializer.class)
                String text) {}

        /**
         * The files, each by a name that is known.
         *
         * @throws InvalidRequestException when one is not, or is given twice
         */
        List<RulebookFiles.TextFile> texts() {
            List<FieldProblem> wrong = IntStream.range(0, files.size())
                    .boxed()
                    .flatMap(i -> wrong(i, files.get(i).name()))
                    .toList();
            if (!wrong.isEmpty()) {
                throw new InvalidRequestException(wrong);
            }
            return files.stream()
                    .map(file -> new RulebookFiles.TextFile(file.name(), file.text()))
                    .toList();
        }

        private Stream<FieldProblem> wrong(int index, String name) {
            String field = "files[" + index + "].name";
            if (!RulebookFiles.NAMES.contains(name) && !HolidayNotices.isNotice(name)) {
                Message known =
                        Message.of("accepted.one-of", String.join(", ", RulebookFiles.NAMES) + ", calendar/YEAR.json");
                return Stream.of(new FieldProblem(field, Message.of("organisation.wrong.no-such-file", name), known));
            }
            boolean again = files.subList(0, index).stream()
                    .anyMatch(before -> before.name().equals(name));
            return again ? Stream.of(new FieldProblem(field, "field.duplicate", null)) : Stream.empty();
        }
    }

    /**
     * What is to take effect.
     *
     * @param digest digest of the draft
     * @param reason why; it is kept, and goes with every case that moves: no names of petitioners
     * @param moves units whose open cases others take over; those that are gone must be among them
     */
    record Activating(
            @NotBlank @Size(max = 64) String digest,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 2_000) List<@Valid @NotNull Moving> moves) {

        /**
         * A unit whose open cases another takes.
         *
         * @param unit code of the unit in the version in effect
         * @param to code of the unit in the draft
         */
        record Moving(@NotBlank String unit, @NotBlank String to) {}

        Activation by(String who) {
            List<Move> all = moves == null
                    ? List.of()
                    : moves.stream()
                            .map(move -> new Move(move.unit(), move.to()))
                            .toList();
            return new Activation(who, reason.strip(), all);
        }
    }
}
