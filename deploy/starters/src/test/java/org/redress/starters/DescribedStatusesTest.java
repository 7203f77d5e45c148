package org.redress.starters;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DescribedStatusesTest {

    private final DescribedStatuses statuses = new DescribedStatuses("""
            {"paths": {
              "/api/cases/{id}": {"get": {"responses": {"200": {"schema": {"$ref": "#/a"}}, "404": {}}}},
              "/api/cases/lost": {"get": {"responses": {"200": {}}}}}}""");

    @Test
    void refusesAStatusThatIsNotDescribed() {
        statuses.require("GET", "/api/cases/1?original=true", 404);
        statuses.require("GET", "/actuator/health", 503);
        statuses.require("DELETE", "/api/cases/1", 405);

        assertThatThrownBy(() -> statuses.require("GET", "/api/cases/1", 409))
                .isInstanceOf(AssertionError.class)
                .hasMessage("409 is no status that the description of GET /api/cases/1 names");
        assertThatThrownBy(() -> statuses.require("GET", "/api/cases/lost", 404))
                .isInstanceOf(AssertionError.class);
    }
}
