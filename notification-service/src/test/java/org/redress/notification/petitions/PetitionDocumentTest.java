package org.redress.notification.petitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.redress.notification.Samples;
import org.redress.notification.notifications.Visibility;

class PetitionDocumentTest {

    @Test
    void readsFromAStubThatItsCaseIsRestricted() {
        Visibility standing = PetitionDocument.standing(new Document("_id", "p").append("restricted", true));

        assertThat(standing.restricted()).isTrue();
        assertThat(Visibility.of(Samples.registered("p", List.of())).newerThan(standing))
                .isTrue();
    }

    @Test
    void knowsNothingFromAStubThatSaysNothing() {
        assertThat(PetitionDocument.standing(new Document("_id", "p"))).isEqualTo(Visibility.UNKNOWN);
    }
}
