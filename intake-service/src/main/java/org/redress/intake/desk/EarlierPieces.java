package org.redress.intake.desk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.platform.web.RefusedException;
import org.redress.platform.web.ServiceClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks routing what somebody handed in before, of what an officer may see there. */
@Component
public class EarlierPieces {

    private static final Logger log = LoggerFactory.getLogger(EarlierPieces.class);

    private final RestClient routing;

    EarlierPieces(ServiceClient client, @Value("${redress.urls.routing}") String routing) {
        this.routing = client.to(routing);
    }

    /**
     * An earlier piece.
     *
     * @param petitionId its id
     * @param number end of the id, by which people tell cases apart
     * @param receipt its receipt; absent for what an older release took
     * @param heading what it is about in a line
     * @param state where it stands, in words
     * @param received when it came
     * @param sameNumber true where it has the number of the body outside that was asked for
     */
    public record Earlier(
            String petitionId,
            String number,
            @Nullable String receipt,
            String heading,
            String state,
            String received,
            boolean sameNumber) {}

    /**
     * The earlier pieces, newest first; empty where routing or the issuer does not answer, which holds up nobody at the desk.
     *
     * @param officer id of who asks
     * @param contact who petitions; absent where nothing was typed of them
     * @param body what a body outside is called; absent without one
     * @param number its number there; absent without one
     */
    public Optional<List<Earlier>> of(
            String officer,
            @Nullable PetitionContact contact,
            @Nullable String body,
            @Nullable String number,
            Locale locale) {
        Map<String, String> search = new HashMap<>(Map.of("officer", officer));
        if (contact != null) {
            put(search, "name", contact.name());
            put(search, "phone", contact.phone());
            put(search, "idNumber", contact.idNumber());
        }
        put(search, "body", body);
        put(search, "number", number);
        try {
            Earlier[] found = routing.post()
                    .uri("/internal/earlier")
                    .header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(search)
                    .retrieve()
                    .body(Earlier[].class);
            return Optional.of(found == null ? List.of() : Arrays.asList(found));
        } catch (RestClientException | RefusedException e) {
            // Its message may quote what was asked: who petitions is named in no log.
            log.warn("Routing does not tell of earlier pieces: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static void put(Map<String, String> search, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            search.put(name, value.strip());
        }
    }
}
