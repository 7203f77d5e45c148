package org.redress.notification.sending.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.redress.notification.sending.SendAgain;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Has mails sent that were refused or given up, once the cause is mended. */
@RestController
class SendAgainController {

    private final SendAgain sendAgain;

    SendAgainController(SendAgain sendAgain) {
        this.sendAgain = sendAgain;
    }

    /** Has one message sent again; none where it has not failed. */
    @PostMapping("/internal/mails/resend")
    Sent resend(@Valid @RequestBody Resend request) {
        return sendAgain
                .message(request.id())
                .map(again -> new Sent(again ? 1 : 0))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * Which message.
     *
     * @param id as in the delivery log
     */
    record Resend(@NotBlank String id) {}

    record Sent(int sent) {}
}
