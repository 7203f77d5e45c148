package org.redress.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Standing;

class AudienceTest {

    @ParameterizedTest
    @CsvSource({
        // planned for, then now, unit of the post, may still know
        "WORKSHOP,false,1, WORKSHOP,false,1, WORKSHOP, true",
        "WORKSHOP,false,1, WORKSHOP,false,4, WORKSHOP, true",
        // moved up: the workshop loses it, the plant and the group keep it
        "WORKSHOP,false,1, PLANT,false,2, WORKSHOP, false",
        "WORKSHOP,false,1, PLANT,false,2, PLANT, true",
        "WORKSHOP,false,1, PLANT,false,2, GROUP, true",
        // guarded since: nobody who was told before
        "WORKSHOP,false,1, DESK,true,2, WORKSHOP, false",
        "WORKSHOP,false,1, DESK,true,2, GROUP, false",
        "WORKSHOP,false,1, WORKSHOP,true,2, WORKSHOP, false",
        "DESK,true,1, GROUP,true,2, DESK, false",
        // guarded from the beginning, by the events that name the desk
        "DESK,true,1, DESK,true,3, DESK, true",
        // what is stored is older than the plan, since the position moves after it
        "DESK,true,2, WORKSHOP,false,1, DESK, true",
    })
    void losesARecipientButNeverGainsOne(
            String scope,
            boolean restricted,
            long sequence,
            String scopeNow,
            boolean restrictedNow,
            long sequenceNow,
            String unit,
            boolean expected) {
        assertThat(Audience.stillKnows(
                        new Standing(scope, restricted, 1, sequence),
                        new Standing(scopeNow, restrictedNow, 1, sequenceNow),
                        unit,
                        Samples.known()))
                .isEqualTo(expected);
    }
}
