package org.redress.tools.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.contracts.Event;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.Topic;
import org.redress.contracts.alerts.HotspotEnded;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.groups.PetitionsGrouped;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;

class AlertsTest {

    private static final Instant AT = Instant.parse("2026-03-02T02:00:00Z");
    private static final Head HEAD = new Head("e", "p", "p", 2, 1, AT);
    private static final Sealed SEALED = new Sealed("none", "k", new byte[0], new byte[0]);

    @Test
    void demandsNoPlanForARequestButForWhatBecameOfIt() {
        List<Event> asked = List.of(
                new PetitionSupplemented(HEAD, "r", AT, SEALED, null), new PetitionWithdrawn(HEAD, "r", AT, null));
        List<Event> became = List.of(
                new CaseSupplemented(HEAD, "HQ", false, "r", List.of("owner")),
                new CaseWithdrawn(HEAD, "HQ", false, "r", List.of(), List.of()),
                new CaseRequestRefused(HEAD, "HQ", false, "r", "withdraw", "closed-stays-closed"));

        assertThat(asked).noneMatch(Alerts::demandedBy);
        assertThat(became).allMatch(Alerts::demandedBy);
        assertThat(Alerts.demandedBy(new CaseSupplemented(HEAD, "HQ", false, "r", List.of())))
                .isFalse();
    }

    @Test
    void demandsAPlanForAHotMatterThatSomebodyIsToldOf() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(Alerts.demandedBy(new HotspotEnded(HEAD, "HQ", List.of("head"), List.of(), day, day)))
                .isTrue();
        assertThat(Alerts.demandedBy(new HotspotEnded(HEAD, "HQ", List.of(), List.of(), day, day)))
                .isFalse();
        assertThat(Alerts.demandedBy(new PetitionsGrouped(HEAD, List.of(), List.of(), List.of(), true, day)))
                .isFalse();
    }

    /** Which topic an event is on is told by a switch, which no compiler holds against the topics. */
    @Test
    void knowsTheEventsOfEachTopic() throws IOException {
        String known = Files.readString(Path.of("src/main/java/org/redress/tools/verifying/Alerts.java"));

        assertThat(Topic.values())
                .allSatisfy(topic -> topic.events()
                        .forEach(type ->
                                assertThat(known).contains("import " + type.getInterfaces()[0].getName() + ";")));
    }
}
