package org.redress.platform.operating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.EventConsumers;
import org.redress.platform.consuming.Missing;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Source;
import org.redress.platform.publishing.Continuity;
import org.redress.platform.publishing.Publisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The one way back for gaps, parked aggregates and healing: the producer sends again from its archive. */
@RestController
class WayBackController {

    private final Publisher publisher;
    private final EventConsumers consumers;
    private final Continuity continuity;

    WayBackController(Publisher publisher, EventConsumers consumers, Continuity continuity) {
        this.publisher = publisher;
        this.consumers = consumers;
        this.continuity = continuity;
    }

    /** Sends an aggregate's events again, from a sequence of an epoch on; of a newer epoch all. */
    @PostMapping("/internal/resend")
    Sent resend(@Valid @RequestBody Resend request) {
        return publisher
                .resend(request.aggregateId(), new Missing(request.epoch(), request.from()))
                .map(Sent::new)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Clears an aggregate's parked mark, if there is one, and has what it lacks sent again. */
    @PostMapping("/internal/redrive")
    Sent redrive(@Valid @RequestBody Redrive request) {
        return consumers
                .redrive(request.topic(), new Source(request.aggregateId(), request.key()))
                .map(Sent::new)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Where this service stands with what it consumed of these aggregates; one it never saw is left out. */
    @PostMapping("/internal/standings")
    Standings standings(@Valid @RequestBody Question question) {
        return consumers
                .standings(question.topic(), question.sources())
                .map(Standings::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Tells again what had gone further before this service's database was restored, and publishes again. */
    @PostMapping("/internal/restored")
    Continuity.Restoration restored() {
        return continuity.begin();
    }

    record Question(
            @NotNull Topic topic,
            @NotNull @Size(max = 1_000) List<Source> sources) {}

    record Standings(List<Standing> standings) {

        static Standings of(Map<Source, Position> positions) {
            return new Standings(positions.entrySet().stream()
                    .map(entry -> Standing.of(entry.getKey(), entry.getValue()))
                    .toList());
        }
    }

    record Standing(String aggregateId, int epoch, long last, boolean parked) {

        static Standing of(Source source, Position at) {
            return new Standing(source.aggregateId(), at.epoch(), at.last(), at.parked());
        }
    }

    record Resend(
            @NotBlank String aggregateId,
            @Min(1) @Nullable Integer epoch,
            @Min(1) long from) {}

    record Redrive(
            @NotNull Topic topic,
            @NotBlank String aggregateId,
            @NotBlank String key) {}

    record Sent(int sent) {}
}
