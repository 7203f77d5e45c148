package org.redress.notification.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.Mockito.doAnswer;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Event;
import org.redress.contracts.Head;
import org.redress.contracts.organisation.OrganisationEvent;
import org.redress.notification.RunningService;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Notifications;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** A receipt is planned while its case is restricted: whichever of the two is between two writes, the log shows nothing. */
@TestPropertySource(
        properties = {"redress.notification.mail.sending.poll=1h", "redress.notification.digest.look-every=1h"})
class RestrictedMeanwhileTest extends RunningService {

    private final String petition = UUID.randomUUID().toString();
    private final AtomicBoolean first = new AtomicBoolean(true);

    @Autowired
    private SubmissionEventHandler submissions;

    @Autowired
    private CaseEventHandler cases;

    @Autowired
    private EventHandler<OrganisationEvent> organisation;

    // Everything is done for real; the other comes in between.
    @MockitoSpyBean
    private Notifications notifications;

    @BeforeEach
    void knowTheCase() {
        cases.apply(List.of(received(Position.START, Samples.supplemented(petition))));
    }

    @Test
    void hidesAReceiptThatWasPlannedBeforeAndIsKeptAfter() {
        doAnswer(keep -> {
                    if (first.getAndSet(false)) {
                        restrictTheCase();
                    }
                    return keep.callRealMethod();
                })
                .when(notifications)
                .keep(anyCollection(), anySet());

        planTheReceipt();

        assertEverythingIsRestricted();
    }

    @Test
    void hidesAReceiptThatIsPlannedBeforeThePositionOfTheCaseMoves() {
        doAnswer(restrict -> {
                    restrict.callRealMethod();
                    if (first.getAndSet(false)) {
                        planTheReceipt();
                    }
                    return null;
                })
                .when(notifications)
                .restrict(anyCollection());

        restrictTheCase();

        assertEverythingIsRestricted();
    }

    @Test
    void showsAReceiptOnceItsCaseIsKnownToBeKeptFromNobody() {
        String waiting = UUID.randomUUID().toString();
        String late = UUID.randomUUID().toString();
        organisation.apply(List.of(
                received(Position.START, Samples.organisation(UUID.randomUUID().toString(), 1))));

        submissions.apply(List.of(received(Position.START, Samples.submitted(waiting, "appeal", Samples.SEALED))));
        assertThat(restricted(waiting)).containsExactly(true);
        cases.apply(List.of(
                received(Position.START, Samples.registered(waiting, List.of())),
                received(Position.START, Samples.registered(late, List.of()))));
        submissions.apply(List.of(received(Position.START, Samples.submitted(late, "appeal", Samples.SEALED))));

        assertThat(restricted(waiting)).containsExactly(false);
        assertThat(restricted(late)).containsExactly(false);
    }

    private List<Boolean> restricted(String petition) {
        return mongo.getCollection("notifications")
                .find(Filters.eq("petitionId", petition))
                .map(plan -> plan.getBoolean("restricted"))
                .into(new ArrayList<>());
    }

    private void planTheReceipt() {
        submissions.apply(List.of(received(Position.START, Samples.submitted(petition, "appeal", Samples.SEALED))));
    }

    private void restrictTheCase() {
        cases.apply(
                List.of(received(new Position(1, 2, false), Samples.withdrawn(petition, "DESK", true, "post-desk"))));
    }

    private void assertEverythingIsRestricted() {
        List<Document> plans = mongo.getCollection("notifications")
                .find(Filters.eq("petitionId", petition))
                .into(new ArrayList<>());
        assertThat(plans)
                .hasSize(3)
                .allSatisfy(plan -> assertThat(plan.getBoolean("restricted")).isTrue());
    }

    private static <T extends Event> Received<T> received(Position before, T event) {
        Head head = event.head();
        return new Received<>(
                event,
                new Source(head.aggregateId(), head.key()),
                before,
                new Position(head.epoch(), head.sequence(), false),
                0,
                0,
                false,
                false);
    }
}
