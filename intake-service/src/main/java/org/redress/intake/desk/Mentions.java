package org.redress.intake.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.intake.petitions.Purpose;
import org.redress.intake.petitions.Submission;
import org.redress.platform.web.RefusedException;
import org.redress.platform.web.ServiceClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks routing whom words name that are about to be recorded, and what of an officer's records waits for screening 甄别. */
@Component
public class Mentions {

    private static final Logger log = LoggerFactory.getLogger(Mentions.class);

    private final RestClient routing;

    Mentions(ServiceClient client, @Value("${redress.urls.routing}") String routing) {
        this.routing = client.to(routing);
    }

    /**
     * An officer whom the words may mean.
     *
     * @param officer id of the officer
     * @param name name and post
     * @param mayBeOnly true where who records it may say that the words only mention them
     */
    public record Mention(String officer, String name, boolean mayBeOnly) {}

    /**
     * A piece that waits for screening.
     *
     * @param number end of its id, by which people tell cases apart
     * @param receipt its receipt; absent for what an older release took
     * @param received when it came
     */
    public record Unscreened(String number, @Nullable String receipt, String received) {}

    /** Whom the words of a petition may mean; nobody whom it thanks, and nobody where routing does not answer, so that a person screens as ever. */
    public List<Mention> in(Submission submission, String officer) {
        if (submission.purpose() == Purpose.THANKS) {
            return List.of();
        }
        PetitionContent said = submission.content();
        Map<String, Object> recording = new HashMap<>();
        recording.put("officer", officer);
        recording.put("purpose", submission.purpose().wireName());
        recording.put("unit", submission.unit());
        recording.put("content", said);
        return ask("/internal/mentions", recording, Mention[].class).orElse(List.of());
    }

    /** What an officer recorded that waits for screening; empty where routing does not answer. */
    public Optional<List<Unscreened>> unscreened(String officer) {
        return ask("/internal/recorded", Map.of("officer", officer), Unscreened[].class);
    }

    private <T> Optional<List<T>> ask(String path, Map<String, Object> asked, Class<T[]> answer) {
        try {
            T[] found = routing.post()
                    .uri(path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(asked)
                    .retrieve()
                    .body(answer);
            return Optional.of(found == null ? List.of() : Arrays.asList(found));
        } catch (RestClientException | RefusedException e) {
            // Its message may quote what was asked: no word of a petition is in a log.
            log.warn("Routing does not answer the desk: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
