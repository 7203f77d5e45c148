package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.organisation.Accusations;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Post;
import org.redress.routing.procedure.Purpose;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells intake's desk whom words name that are about to be recorded, and what of an officer's records waits for screening. */
@RestController
class DeskController {

    private static final int MOST = 100;

    private final Cases cases;
    private final CaseRows rows;
    private final Editions editions;

    DeskController(Cases cases, CaseRows rows, Editions editions) {
        this.cases = cases;
        this.rows = rows;
        this.editions = editions;
    }

    /**
     * A petition that is about to be recorded; nothing is kept of it.
     *
     * @param officer id of who records it
     * @param purpose what it wants
     * @param unit code of the unit it is addressed to; absent means the root
     * @param content what it says
     */
    record Recording(
            @NotBlank String officer,
            @NotBlank String purpose,
            @Nullable String unit,
            @NotNull PetitionContent content) {}

    /**
     * An officer whom the words may mean.
     *
     * @param officer id of the officer
     * @param name name and post
     * @param mayBeOnly true where who records it may say that the words only mention them
     */
    record Mention(String officer, String name, boolean mayBeOnly) {}

    /** Whoever records it. */
    record Recorder(@NotBlank String officer) {}

    /**
     * A piece that waits for screening.
     *
     * @param number end of its id, by which people tell cases apart
     * @param receipt its receipt; absent for what an older release took
     * @param received when it came
     */
    record Unscreened(String number, @Nullable String receipt, String received) {}

    @PostMapping("/internal/mentions")
    @Operation(summary = "Whom the words of a petition may mean, whom it does not say it is about; of a report nobody")
    List<Mention> mentions(@Valid @RequestBody Recording recording) {
        LoadedRulebook today = editions.active();
        Accusations accusations = today.accusations();
        if (Purpose.of(recording.purpose()) == Purpose.REPORT
                || today.assigner().isForDiscipline(recording.unit())) {
            return List.of();
        }
        return accusations.named(recording.content(), recording.unit()).stream()
                .map(named ->
                        new Mention(named, name(named), accusations.maySayOnlyMentioned(recording.officer(), named)))
                .toList();
    }

    private String name(String officer) {
        return editions.active().organisation().posts().values().stream()
                .filter(post -> post.officer().equals(officer))
                .findFirst()
                .map(Post::id)
                .map(rows::post)
                .orElse(officer);
    }

    @PostMapping("/internal/recorded")
    @Operation(
            summary =
                    "What an officer recorded that waits for a person to find out whom it is about, without its words")
    List<Unscreened> recorded(@Valid @RequestBody Recorder recorder) {
        return cases.recordedUnscreened(recorder.officer(), MOST).stream()
                .map(each -> new Unscreened(
                        PetitionCase.numberOf(each.id()),
                        each.registration().petition().receipt(),
                        rows.when(each.registration().petition().receivedAt())))
                .toList();
    }
}
