package org.redress.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.journey.stack.RunningStack.Output;

/** Keys are rotated while people use the platform. */
class KeyRotationTest extends Journey {

    @Test
    void answersEveryRequestWhileAllKeysAreRotated() throws Exception {
        Map<String, Long> processes = stack.processes();
        SteadyRequests requests = new SteadyRequests(stack);
        List<SteadyRequests.Taken> before = requests.submit(5);
        before.forEach(petition -> caseOf(petition.id()));

        Output rotated = requests.during(() -> stack.command("deploy/redress", "keys", "rotate", "--all"));

        assertThat(rotated.exit()).as(rotated.toString()).isZero();
        assertThat(stack.command("deploy/redress", "keys", "list").out()).doesNotContain("unfinished");
        assertThat(requests.failures()).isEmpty();
        assertThat(requests.handedIn()).isGreaterThan(before.size() + 10);
        List<SteadyRequests.Taken> looked = new ArrayList<>(before);
        looked.addAll(requests.oneIn(5));
        looked.addAll(requests.submit(5));
        assertThat(looked).allSatisfy(petition -> {
            assertThat(requests.repeat(petition)).isEqualTo(petition.receipt());
            assertThat(requests.track(petition)).isEqualTo(200);
            assertThat(caseOf(petition.id()).path("content").path("text").asString())
                    .isEqualTo(petition.text());
        });
        before.forEach(petition -> take(petition.id(), "accept", ""));
        eventually()
                .untilAsserted(() -> assertThat(before)
                        .allSatisfy(petition -> assertThat(stack.mailsWith("To: " + petition.email()))
                                .hasSize(2)));
        // What is young counts as on its way unless it is told otherwise.
        eventually().untilAsserted(() -> {
            Output verified = stack.command("deploy/redress", "verify", "--in-flight", "2");
            assertThat(verified.exit()).as(verified.out()).isZero();
            assertThat(verified.json().path("parked").asInt(-1)).isZero();
            assertThat(verified.json().path("inFlight").asInt(-1)).isZero();
        });
        assertThat(stack.processes()).as("nothing started anew").isEqualTo(processes);
    }
}
