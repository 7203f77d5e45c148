package org.redress.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.routing.learning.Evaluation;

class TopicClassifierTest {

    private final TopicLearner learner = new TopicLearner(List.of(), TopicLearner.LEAST, 1);
    private final TopicClassifier classifier = learner.learn(SampleTexts.drawn(60, 1));

    @Test
    void findsTheTopicAndSaysWhichTermsSpoke() {
        Prediction found = classifier.predict("食堂反映", "窗口的饭菜凉了，宿舍没有热水");

        assertThat(found.topic()).isEqualTo("logistics");
        assertThat(found.decided()).isTrue();
        assertThat(found.probability()).isBetween(0.9, 1.0);
        assertThat(found.terms())
                .extracting(Classification.Match::term)
                .contains("窗口", "饭菜", "宿舍", "热水")
                .doesNotContain("已经", "的饭");
        assertThat(found.terms()).noneMatch(Classification.Match::inSubject);
    }

    @Test
    void leavesWhatItDoesNotKnowToAPerson() {
        assertThat(classifier.predict("您好", "请尽快解决").decided()).isFalse();
    }

    @Test
    void judgesOthersAsWellAsItSaysAndTheSameEachTime() {
        List<LabelledText> texts = SampleTexts.drawn(40, 2);
        Evaluation one = learner.crossValidate(texts);

        assertThat(one.macroF1()).isGreaterThan(0.95);
        assertThat(one.precision()).isGreaterThan(0.95);
        assertThat(learner.crossValidate(texts)).isEqualTo(one);
    }

    /** What a few people wrote, such as a name, is no term, and neither is a number. */
    @Test
    void learnsNoTermOfFewWriters() {
        List<LabelledText> texts = new ArrayList<>(SampleTexts.drawn(60, 1));
        for (int each = 0; each < 20; each++) {
            texts.add(new LabelledText("writer " + each % 4, "车间", "测试者甲12345", "labour"));
        }

        Prediction found = learner.learn(texts).predict("车间", "测试者甲12345加班");

        assertThat(found.terms()).extracting(Classification.Match::term).containsExactly("加班");
    }

    @Test
    void isTheSameWhenItWasKept() {
        byte[] bytes = ClassifierBytes.write(classifier);
        TopicClassifier read = ClassifierBytes.read(bytes);

        assertThat(SampleTexts.drawn(5, 3))
                .allSatisfy(text -> assertThat(read.predict(text.subject(), text.text()))
                        .isEqualTo(classifier.predict(text.subject(), text.text())));
        assertThatThrownBy(() -> ClassifierBytes.read(Arrays.copyOf(bytes, bytes.length / 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsNamesOfTopicsAsPetitions() {
        List<LabelledText> texts = SampleTexts.drawn(6, 4);
        List<LabelledText> names = List.of(new LabelledText("", "楼道电梯水管停车漏雨路灯", "楼道电梯水管停车漏雨路灯", "property"));

        double without = new TopicLearner(List.of(), 1, 1).learn(texts).scores("漏雨", "漏雨")[2];
        double with = new TopicLearner(names, 1, 1).learn(texts).scores("漏雨", "漏雨")[2];

        assertThat(with).isGreaterThan(without);
    }
}
