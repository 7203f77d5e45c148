package org.redress.intake.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.ServiceClient;
import org.redress.platform.web.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks routing, which alone can open a petition, who has opened it. */
@Component
public class Unsealings {

    private static final Logger log = LoggerFactory.getLogger(Unsealings.class);
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);

    private final RestClient routing;

    Unsealings(ServiceClient client, @Value("${redress.urls.routing}") String routing) {
        this.routing = client.to(routing);
    }

    /**
     * That something was opened by somebody on a day.
     *
     * @param at when first, in business time
     * @param last when last that day
     * @param count how often that day
     * @param role unit and title of who opened it; the service's name where no person did
     * @param what content, contact or text
     * @param why registration, examination, learning, grouping, reading-case, reading-text, reading-original, contacting,
     *     telling, confirming-emergency or emergency
     * @param purpose call, write or verify, or which message; absent where it was no contact
     */
    public record Line(
            Instant at,
            Instant last,
            int count,
            String role,
            String what,
            String why,
            @Nullable String purpose) {}

    /**
     * What was opened of a petition, oldest first, with roles in a language.
     *
     * @throws UnavailableException when routing does not answer
     */
    public List<Line> of(String petitionId, Locale locale) {
        try {
            Line[] lines = routing.get()
                    .uri("/internal/unsealings/{petitionId}", petitionId)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
                    .retrieve()
                    .body(Line[].class);
            return lines == null ? List.of() : Arrays.asList(lines);
        } catch (RestClientException e) {
            log.warn("Routing does not tell who opened {}: {}", petitionId, e.toString());
            throw new UnavailableException("unsealings.not-told", UNTIL_TOLD);
        }
    }
}
