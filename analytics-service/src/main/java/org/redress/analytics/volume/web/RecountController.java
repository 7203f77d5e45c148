package org.redress.analytics.volume.web;

import io.swagger.v3.oas.annotations.Operation;
import org.redress.analytics.volume.Recount;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators bring volumes back into line with the facts, after the database was damaged. */
@RestController
class RecountController {

    private final Recount recount;

    RecountController(Recount recount) {
        this.recount = recount;
    }

    @PostMapping("/internal/recount")
    @Operation(summary = "Sets every volume right that does not add up to the facts")
    Corrected recount() {
        return new Corrected(recount.run());
    }

    /**
     * What a recount came to.
     *
     * @param corrected buckets that were set right
     */
    record Corrected(int corrected) {}
}
