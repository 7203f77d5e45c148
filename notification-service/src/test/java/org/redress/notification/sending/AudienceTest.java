package org.redress.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Reason;
import org.redress.notification.notifications.Visibility;
import org.redress.platform.organisation.Directory;

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
        assertThat(Audience.against(
                        new Visibility(scope, restricted, 1, sequence),
                        Samples.NOW,
                        new Visibility(scopeNow, restrictedNow, 1, sequenceNow),
                        postIn(unit),
                        Samples.known()))
                .isEqualTo(expected ? Optional.empty() : Optional.of(Reason.NOT_IN_SCOPE));
    }

    private static Directory.Post postIn(String unit) {
        return Samples.known().posts().values().stream()
                .filter(post -> post.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // restricted when planned, and now; seconds since the post changed hands; may be told
        "true,  true,  -1, false",
        "true,  true,  0,  false",
        "true,  true,  1,  true",
        "true,  ,      -1, false",
        "false, false, -1, true"
    })
    void tellsOfARestrictedCaseOnlyWhoHeldThePostThen(
            boolean restricted, @Nullable Boolean restrictedNow, long after, boolean expected) {
        Directory organisation = Samples.heldSince(Map.of("post-desk", Samples.NOW.minusSeconds(after)));

        assertThat(Audience.against(
                        new Visibility("DESK", restricted, 1, 1),
                        Samples.NOW,
                        restrictedNow == null ? null : new Visibility("DESK", restrictedNow, 1, 2),
                        organisation.post("post-desk").orElseThrow(),
                        organisation))
                .isEqualTo(expected ? Optional.empty() : Optional.of(Reason.NEW_HOLDER));
    }

    /** Before any event of the case was applied, all that is known may be that it is restricted. */
    @Test
    void tellsNobodyNewOfWhatBecameRestrictedMeanwhile() {
        Directory organisation = Samples.heldSince(Map.of("post-desk", Samples.NOW.plusSeconds(1)));

        assertThat(Audience.against(
                        new Visibility("DESK", false, 1, 1),
                        Samples.NOW,
                        new Visibility(null, true, 0, 0),
                        organisation.post("post-desk").orElseThrow(),
                        organisation))
                .contains(Reason.NEW_HOLDER);
    }
}
