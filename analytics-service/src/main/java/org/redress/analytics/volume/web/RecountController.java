package org.redress.analytics.volume.web;

import org.redress.analytics.volume.Recount;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Mends volumes that no longer agree with their facts, as after facts were lost and counted a second time. */
@RestController
@PreAuthorize("hasAnyRole('service', 'admin')")
class RecountController {

    private final Recount recount;

    RecountController(Recount recount) {
        this.recount = recount;
    }

    /** Corrects every bucket that disagrees with the facts. */
    @PostMapping("/internal/recount")
    Corrected recount() {
        return new Corrected(recount.correct());
    }

    record Corrected(int corrected) {}
}
