package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.journey.Walk.Endpoint;

/** Each role is let in where the table says, at every endpoint there is. */
class RolesTest extends Journey {

    // A client with the role of a service that is none of ours, and each of ours.
    private static final List<String> ROLES = List.of(
            "none",
            "officer",
            "supervisor",
            "auditor",
            "admin",
            "adapter",
            "service",
            "service:intake",
            "service:routing",
            "service:notification",
            "service:analytics");

    @Test
    void letsEachRoleInWhereTheTableSaysAndKnowsEveryEndpoint() throws IOException {
        List<String> served = new ArrayList<>();
        for (String service : List.of("intake", "routing", "notification", "analytics")) {
            stack.get(service, "/v3/api-docs", "")
                    .json()
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method ->
                                    served.add(service + " " + method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        // Pages are for people with a session and described nowhere, as is what services ask each other.
        List<Endpoint> table = Walk.endpoints(served);
        assertThat(table.stream()
                        .filter(endpoint -> !endpoint.roles().contains("session")
                                && !endpoint.path().startsWith("/internal"))
                        .map(Endpoint::toString))
                .containsExactlyInAnyOrderElementsOf(served);

        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : table) {
            for (String role : ROLES) {
                String path = endpoint.path().replaceAll("\\{\\w+}", "nothing") + Walk.query(endpoint, "nothing");
                int status = stack.ask(
                                endpoint.method(),
                                endpoint.service(),
                                path,
                                role.equals("none") ? "" : role,
                                endpoint.body())
                        .status();
                // Who has no session is led to the first page, and nothing is done.
                List<Integer> refused = endpoint.roles().contains("session")
                        ? List.of(302, 401, 403)
                        : List.of(role.equals("none") ? 401 : 403);
                if (endpoint.roles().contains(role)
                        ? status == 401 || status == 403 || status >= 500
                        : !refused.contains(status)) {
                    wrong.add(role + " at " + endpoint + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
