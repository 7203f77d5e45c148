package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.platform.organisation.Directory;
import org.redress.routing.SampleConfiguration;

class OrganisationRecordTest {

    private final Rulebook rulebook = RulebookReader.read(SampleConfiguration.files());
    private final OrganisationRecord record = new OrganisationRecord("group");

    @Test
    void takesNoMoreMovesThanADocumentHolds() {
        activate(30_000);

        assertThat(record.full(10_000)).isFalse();
        assertThat(record.full(10_001)).isTrue();
    }

    /** Whoever follows counts for each officer, who stands in among them, what the list of cases lets them read. */
    @Test
    void isReadByItsFollowersAsItIsHere() {
        for (long seed = 0; seed < 50; seed++) {
            Rulebook random = RulebookReader.read(RandomRulebook.files(new Random(seed)));
            Organisation organisation = random.organisation();

            Directory followed = Directory.of(published(random), Map.of());

            assertThat(followed.unitNames()).isEqualTo(organisation.unitNames());
            for (Post post : organisation.posts().values()) {
                assertThat(followed.reading(post.officer()))
                        .as("seed %d, %s", seed, post.officer())
                        .isEqualTo(organisation.reading(post.officer()));
            }
        }
    }

    @Test
    void publishesWhatEverythingIsCalled() {
        Directory followed = Directory.of(published(rulebook), Map.of());

        assertThat(followed.topicName("labour.pay", Locale.CHINESE)).isEqualTo("劳动报酬");
        assertThat(followed.topicName("labour.pay", Locale.ENGLISH)).isEqualTo("Pay");
        assertThat(followed.unitName("plant-1", Locale.ENGLISH)).isEqualTo("Machine Plant 1");
        assertThat(followed.unitName("discipline", Locale.ENGLISH)).isEqualTo("Discipline desk");
        assertThat(followed.postTitle("plant-1.labour", Locale.CHINESE)).isEqualTo("劳资科长");
        assertThat(followed.clockName("handle", Locale.CHINESE)).isEqualTo("办理");
        assertThat(followed.clocks()).hasSameSizeAs(rulebook.clocks().rules());
    }

    private OrganisationActivated published(Rulebook any) {
        return new OrganisationRecord("group")
                .activate(any, "digest", new Activation("zhou", "first", List.of()), Instant.EPOCH);
    }

    private void activate(int moves) {
        List<Move> moved = Collections.nCopies(moves, new Move("a", "b"));
        record.activate(rulebook, "digest", new Activation("zhou", "merged", moved), Instant.EPOCH);
    }
}
