package org.redress.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.routing.SampleConfiguration;

class ClassifierTest {

    private final Classifier classifier = SampleConfiguration.edition().classifier();

    @ParameterizedTest
    @CsvSource({
        "关于一车间拖欠工资的反映, 单位已经三个月没发工资了, labour.pay.arrears",
        "退休手续迟迟不办, 本人特殊工种符合提前退休条件, insurance.pension.retirement",
        "食堂饭菜问题, 职工食堂伙食差, logistics.canteen",
        "小区电梯经常坏, 物业公司不维修电梯, property.management.upkeep",
        "公交线路调整, 公交车等很久, transport.public",
        "夜间施工噪音, 工地每晚施工扰民, projects.site",
        "Unpaid overtime, No wage since May and overtime unpaid, labour.pay.arrears",
        "你好, 请回复, other"
    })
    void findsTheTopic(String subject, String text, String topic) {
        assertThat(classifier.classify(subject, text).topic()).isEqualTo(topic);
    }

    @Test
    void keepsWhichTermsSpoke() {
        Classification found = classifier.classify("拖欠工资", "厂里欠薪，工资没有着落");

        assertThat(found.matches())
                .contains(new Classification.Match("拖欠工资", true, false), new Classification.Match("欠薪", false, true));
        assertThat(found.reason(Locale.CHINESE)).isEqualTo("标题含“拖欠工资”；正文含“欠薪”。");
        assertThat(found.reason(Locale.ENGLISH))
                .isEqualTo("Found in the subject: \"拖欠工资\"; Found in the text: \"欠薪\".");
    }

    @Test
    void weighsTheSubjectMoreThanTheText() {
        assertThat(classifier.classify("食堂", "公交").topic()).isEqualTo("logistics.canteen");
        assertThat(classifier.classify("公交", "食堂").topic()).isEqualTo("transport.public");
    }

    @Test
    void readsFullWidthAndUpperCaseAlike() {
        assertThat(classifier.classify("ＯＶＥＲＴＩＭＥ", "").topic()).isEqualTo("labour.pay.overtime");
    }

    @Test
    void saysThatNothingWasFound() {
        Classification nothing = classifier.classify("。", "。");

        assertThat(nothing.found()).isFalse();
        assertThat(nothing.reason(Locale.CHINESE)).isEqualTo("没有规则词命中，列为默认分类。");
    }
}
