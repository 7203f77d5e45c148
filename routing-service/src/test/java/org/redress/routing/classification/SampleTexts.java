package org.redress.routing.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Petitions put together by chance from a few words of each topic, for learning; no petition anybody wrote. */
public final class SampleTexts {

    private static final Map<String, List<String>> WORDS = Map.of(
            "labour", List.of("加班", "考勤", "班组", "津贴", "工装", "调岗"),
            "logistics", List.of("饭菜", "窗口", "宿舍", "热水", "班车", "浴室"),
            "property", List.of("楼道", "电梯", "水管", "停车", "漏雨", "路灯"));
    private static final List<String> COMMON = List.of("我们", "希望", "尽快", "解决", "已经", "多次", "反映", "今年", "情况", "大家");

    private SampleTexts() {}

    /** So many of each topic, by turns, each by a writer of its own; the same seed gives the same. */
    public static List<LabelledText> drawn(int ofEach, long seed) {
        Random random = new Random(seed);
        List<LabelledText> texts = new ArrayList<>();
        for (int each = 0; each < ofEach; each++) {
            for (String topic : List.of("labour", "logistics", "property")) {
                texts.add(new LabelledText(
                        "writer " + texts.size(), words(topic, random, 1), words(topic, random, 6), topic));
            }
        }
        return texts;
    }

    /** A text of so many words of a topic, among others. */
    public static String words(String topic, Random random, int number) {
        StringBuilder text = new StringBuilder();
        for (int each = 0; each < number; each++) {
            text.append(one(COMMON, random)).append(one(WORDS.getOrDefault(topic, COMMON), random));
            text.append(one(COMMON, random)).append('，');
        }
        return text.toString();
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
