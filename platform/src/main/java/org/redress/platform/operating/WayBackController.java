package org.redress.platform.operating;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Topic;
import org.redress.platform.consuming.EventConsumers;
import org.redress.platform.consuming.Missing;
import org.redress.platform.consuming.Source;
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

    WayBackController(Publisher publisher, EventConsumers consumers) {
        this.publisher = publisher;
        this.consumers = consumers;
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
