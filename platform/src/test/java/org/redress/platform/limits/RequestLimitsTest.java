package org.redress.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.platform.limits.LimitSettings.OpenRate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;

class RequestLimitsTest {

    private static final Rate TWO = new Rate(2, Duration.ofHours(1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RequestLimits limits = new RequestLimits(
            new LimitSettings(
                    TWO,
                    null,
                    TWO,
                    Map.of("tracking", new OpenRate(List.of("/api/tracking/**"), 2, Duration.ofHours(1))),
                    new LimitSettings.Wrong(TWO, new Rate(3, Duration.ofHours(1))),
                    List.of("/actuator/health/**")),
            meters);

    @Test
    void countsAPersonByNameWhereverTheyAre() {
        Authentication liWei = person("li.wei", "ROLE_officer");

        assertThat(let("/api/cases", "192.0.2.1", liWei, 1)).isEqualTo(1);
        assertThat(let("/api/cases", "192.0.2.2", liWei, 5)).isEqualTo(1);
        assertThat(let("/api/cases", "192.0.2.2", person("he.jun", "ROLE_officer"), 5))
                .isEqualTo(2);
    }

    @Test
    void leavesProgramsUnlimitedUnlessTheyAreGivenABudget() {
        assertThat(let("/api/petitions", "192.0.2.1", person("adapter", "ROLE_adapter"), 10_000))
                .isEqualTo(10_000);
        assertThat(let("/internal/resend", "192.0.2.1", person("routing", "ROLE_service"), 10_000))
                .isEqualTo(10_000);
    }

    @Test
    void countsVisitorsByAddressAndOpenPathsApart() {
        assertThat(let("/", "192.0.2.1", null, 5)).isEqualTo(2);
        assertThat(let("/api/tracking", "192.0.2.1", null, 1)).isEqualTo(1);
        assertThat(let("/api/tracking/withdraw", "192.0.2.1", null, 5)).isEqualTo(1);
        assertThat(let("/api/tracking", "192.0.2.2", null, 5)).isEqualTo(2);
    }

    @Test
    void exemptsHealth() {
        assertThat(let("/actuator/health/liveness", "192.0.2.1", null, 50)).isEqualTo(50);
    }

    @Test
    void countsWhatIsWrongByNetworkAndInAllAndNothingElse() {
        assertThat(wrong("192.0.2.1", 5)).isEqualTo(2);
        assertThat(wrong("192.0.2.2", 5)).isEqualTo(1);
        assertThat(wrong("192.0.2.3", 5)).isZero();
        assertThat(let("/api/tracking", "192.0.2.1", null, 1)).isEqualTo(1);
    }

    @Test
    void tellsHowLongToWaitAndCountsIt() {
        let("/", "192.0.2.1", null, 2);

        Duration wait = limits.spend(request("/", "192.0.2.1"), null).orElseThrow();

        assertThat(wait).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(meters.get("redress.requests.limited")
                        .tag("budget", "visitors")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "unknown, unknown, true"
    })
    void takesTheNetworkOfOneHouseholdAsOne(String one, String other, boolean same) {
        assertThat(Network.of(one).equals(Network.of(other))).isEqualTo(same);
    }

    @Test
    void keepsAFixedNumberOfBucketsAndPushesNobodyOutHoweverManyAsk() {
        Function<String, Bucket> buckets = Buckets.shared(TWO);
        Bucket mine = buckets.apply("192.0.2.1");
        Set<Bucket> all = Collections.newSetFromMap(new IdentityHashMap<>());

        IntStream.range(0, 20 * Buckets.SHARES).forEach(number -> all.add(buckets.apply("client " + number)));

        assertThat(all).hasSizeLessThanOrEqualTo(Buckets.SHARES);
        assertThat(buckets.apply("192.0.2.1")).isSameAs(mine);
    }

    private long let(String path, String address, Authentication who, int times) {
        return IntStream.range(0, times)
                .filter(time -> limits.spend(request(path, address), who).isEmpty())
                .count();
    }

    private long wrong(String address, int times) {
        return IntStream.range(0, times)
                .filter(time ->
                        limits.spendWrong(request("/api/tracking", address)).isEmpty())
                .count();
    }

    private static MockHttpServletRequest request(String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        return request;
    }

    private static Authentication person(String name, String role) {
        return new TestingAuthenticationToken(name, "", role);
    }
}
