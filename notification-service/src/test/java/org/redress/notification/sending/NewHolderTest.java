package org.redress.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.Samples.clock;
import static org.redress.notification.Samples.head;
import static org.redress.notification.Samples.registered;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Head;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.notification.RunningService;
import org.redress.notification.SampleMailServer;
import org.redress.notification.Samples;
import org.redress.platform.organisation.Directories;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

class NewHolderTest extends RunningService {

    private static final Instant MORNING = Instant.parse("2027-06-01T06:00:00+08:00");
    private static final Instant CHANGE = MORNING.plusSeconds(1_800);

    @Autowired
    private Directories directories;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private MockMvc mvc;

    private final String post = "post-" + petition;
    private final String newcomer = petition + ".new@example.org";

    private void isHeldBy(String officer, Instant since) {
        int version = directories.newest().version() + 1;
        OrganisationActivated known = Samples.organisation(version);
        List<Post> posts = new ArrayList<>(known.posts());
        posts.add(new Post(post, "纪检专员", null, "DESK", officer, "戊", officer + "@example.org", "zh", null));
        Head before = known.head();
        Head head = new Head(before.eventId(), before.aggregateId(), null, before.sequence(), before.epoch(), since);
        send(new OrganisationActivated(
                head, version, known.name(), known.zone(), known.units(), posts, null, null, null));
        eventually().until(() -> directories.newest().version() == version);
    }

    private void register(String id, boolean restricted, Instant at) {
        send(registered(head(id, 1, at), "DESK", restricted, post, List.of(post), running()));
        eventually().untilAsserted(() -> assertThat(states(id + "-1")).hasSize(1));
    }

    private static Clock running() {
        return clock("notice", LocalDate.of(2027, 6, 16), Samples.ahead("half"));
    }

    private void reachesARungOfTheDigest(String id, boolean restricted) {
        send(new RungReached(
                head(id, 1, MORNING),
                "DESK",
                restricted,
                clock("handle", LocalDate.of(2027, 5, 20)),
                new Rung("level-3", 3, MORNING, MORNING, false),
                List.of(post),
                true));
        eventually().untilAsserted(() -> assertThat(states(id + "-1")).containsExactly("DIGEST"));
    }

    @Test
    void tellsWhoTakesOverAPostNothingOfRestrictedCasesThatWasQueuedForIt() throws Exception {
        businessTime(MORNING);
        isHeldBy(petition + ".old", MORNING.minusSeconds(3_600));
        MAILS.hangBeforeGreeting();
        register(petition, true, MORNING);
        register(petition + "-plain", false, MORNING);
        reachesARungOfTheDigest(petition + "-late", true);
        reachesARungOfTheDigest(petition + "-plain-late", false);

        eventually()
                .until(() ->
                        meters.get("redress.notifications.channel.away").gauge().value() == 1);
        isHeldBy(petition + ".new", CHANGE);
        MAILS.answerAgain();

        eventually()
                .untilAsserted(() -> assertThat(entries(petition + "-1"))
                        .singleElement()
                        .satisfies(entry -> assertThat(entry)
                                .containsEntry("state", "SUPPRESSED")
                                .containsEntry("reason", "new-holder")));
        eventually()
                .untilAsserted(() -> assertThat(states(petition + "-plain-1")).containsExactly("SENT"));
        businessTime(MORNING.plusSeconds(7_200));
        eventually()
                .until(() -> MAILS.to(newcomer).stream()
                        .anyMatch(mail -> SampleMailServer.subject(mail).contains("2027-06-01")));
        assertThat(entries(petition + "-late-1"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry).containsEntry("state", "SUPPRESSED").containsEntry("reason", "new-holder"));
        register(petition + "-next", true, CHANGE.plusSeconds(1));
        eventually()
                .untilAsserted(() -> assertThat(states(petition + "-next-1")).containsExactly("SENT"));

        Pattern restricted = Pattern.compile(petition + "(?!-plain|-next)");
        assertThat(MAILS.to(newcomer).stream().map(SampleMailServer::body))
                .noneMatch(restricted.asPredicate())
                .anyMatch(body -> body.contains(petition + "-plain-late"));
        mvc.perform(get("/api/deliveries?limit=50&recipient=" + post)
                        .with(jwt().jwt(token -> token.subject(petition + ".new"))
                                .authorities(new SimpleGrantedAuthority("ROLE_officer"))))
                .andExpect(jsonPath("$.items[*].petitionId")
                        .value(org.hamcrest.Matchers.containsInAnyOrder(
                                petition + "-next", petition + "-plain", petition + "-plain-late")));
    }
}
