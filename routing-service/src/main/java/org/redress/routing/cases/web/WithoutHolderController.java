package org.redress.routing.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.WithoutHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows that there are cases which nobody in the organisation can have, to those who can change the organisation. */
@RestController
class WithoutHolderController {

    private final Cases cases;

    WithoutHolderController(Cases cases) {
        this.cases = cases;
    }

    @GetMapping("/api/cases/without-holder")
    @PreAuthorize("hasAnyRole('auditor', 'admin')")
    @Operation(summary = "List the cases that everybody in the organisation is kept from: ids and dates alone")
    List<WithoutHolder> list() {
        return cases.withoutHolder();
    }
}
