package org.redress.routing.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.routing.likeness.NearTexts.Near;

class NearTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final String FORM = "本人系集团退休人员，现将事情经过如实陈述于后，盼组织查明真相还个公道，";
    private static final String WAGES = "二号高炉检修班从三月起加班四十小时，班长只记了十二小时，月底考勤表没有让人签字";

    private final NearTexts texts = new NearTexts(List.of("机械一厂"));

    @Test
    void findsACopyAndWhatWasEditedNearestFirst() {
        read("first", "加班没有记全", WAGES);
        read("other", "食堂后厨", "食堂后厨有老鼠，上周吃了盒饭有五个人拉肚子，承包商不承认");

        List<Near> near = read("copy", "加班没有记全", WAGES);
        List<Near> edited =
                read("edited", "机械一厂加班没记全", WAGES.replace("班长只", "工段长仅仅").replace("月底", "月末") + "，请核实");

        assertThat(near).containsExactly(new Near("first", 1));
        assertThat(edited).extracting(Near::petition).containsExactlyInAnyOrder("first", "copy");
        assertThat(edited).allMatch(each -> each.likeness() > NearTexts.NEAR && each.likeness() < 1);
    }

    @Test
    void takesNobodyForTheSameByAFormThatAllWriteBy() {
        for (int i = 0; i < 40; i++) {
            read(
                    "form-" + i,
                    "情况",
                    FORM + Character.toString('一' + 50 * i).repeat(3) + Character.toString('丁' + 70 * i));
        }

        assertThat(read("mine", "情况", FORM + WAGES)).isEmpty();
    }

    @Test
    void forgetsWhatIsOld() {
        read("first", "加班没有记全", WAGES);
        texts.forget(NOW.plus(Duration.ofDays(1)));

        assertThat(texts.knows("first")).isFalse();
        assertThat(read("copy", "加班没有记全", WAGES)).isEmpty();
    }

    private List<Near> read(String petition, String heading, String text) {
        return texts.read(petition, NOW, heading, text);
    }
}
