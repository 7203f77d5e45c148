package org.redress.routing.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GroupsTest {

    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** What people ask for all the time, each with what they say about it. */
    private static final List<List<String>> EVERYDAY = List.of(
            List.of("食堂饭菜太贵", "食堂卫生差，菜里有虫，价格一涨再涨"),
            List.of("班车总是晚点", "早班车经常晚到二十分钟，大家上班迟到被扣钱"),
            List.of("加班费少发", "三月份加班三十小时，工资条上没有加班费"),
            List.of("宿舍热水供应不足", "宿舍晚上十点以后没有热水，反映多次没人修"),
            List.of("退休金核算有误", "工龄少算了四年，养老金每月少领三百多元"),
            List.of("厂区停车位紧张", "停车场被外来车辆占用，职工的车没有地方停"),
            List.of("劳保用品发放不及时", "手套和安全帽半年没有更换，破了还在用"),
            List.of("子女入托困难", "企业幼儿园名额太少，双职工家庭没人带孩子"));

    private static final List<String> HEADINGS =
            List.of("铸造车间除尘设备停用粉尘大", "反映铸造车间粉尘污染", "铸造车间除尘设备坏了没人管", "请求检修铸造车间除尘设备", "铸造车间粉尘严重影响健康");
    private static final List<String> TEXTS = List.of(
            "除尘设备停了一个多月，铸造车间里粉尘弥漫，工友都在咳嗽",
            "铸造车间的除尘设备坏了很久，粉尘大得看不清人",
            "我在铸造车间上班，除尘设备一直不开，每天吸粉尘",
            "体检肺部有阴影，铸造车间粉尘超标，除尘设备形同虚设");

    private final Random random = new Random(7);

    /** A petition of the test. */
    private record Written(String id, Instant at, String heading, String text) {}

    private List<Written> petitions() {
        List<Written> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            List<String> everyday = EVERYDAY.get(random.nextInt(EVERYDAY.size()));
            all.add(new Written(
                    "day-" + i, at(i), everyday.getFirst() + "，" + unit(), unit() + "职工反映：" + everyday.getLast()));
        }
        for (int i = 0; i < 30; i++) {
            all.add(new Written("dust-" + i, at(200 + 3 * i).plusSeconds(1), any(HEADINGS), unit() + "，" + any(TEXTS)));
        }
        all.sort(Comparator.comparing(Written::at));
        return all;
    }

    private static Instant at(int number) {
        return START.plus(Duration.ofHours(8L * number));
    }

    private String unit() {
        return "第" + "一二三四五六七八九".charAt(random.nextInt(9)) + "分厂";
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Map<String, Integer> groupsOf(Groups groups, List<Written> petitions) {
        Map<String, Integer> groupOf = new HashMap<>();
        for (Written each : petitions) {
            follow(groups.read(each.id(), each.at(), each.id(), each.heading(), each.text()), groupOf);
            follow(groups.look(each.at()), groupOf);
        }
        return groupOf;
    }

    private static void follow(List<Change> changes, Map<String, Integer> groupOf) {
        for (Change change : changes) {
            switch (change) {
                case Change.Joined joined -> groupOf.put(joined.petition(), joined.group());
                case Change.Merged merged ->
                    groupOf.replaceAll((petition, group) -> group == merged.from() ? merged.into() : group);
            }
        }
    }

    @Test
    void putsPetitionsOnOneMatterTogetherAndNoOthersWithThem() {
        Map<String, Integer> groupOf = groupsOf(new Groups(List.of()), petitions());

        Set<Integer> ofDust = IntStream.range(0, 30)
                .mapToObj(i -> groupOf.get("dust-" + i))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(ofDust).hasSize(1);
        assertThat(groupOf.entrySet())
                .filteredOn(each ->
                        ofDust.contains(each.getValue()) && !each.getKey().startsWith("dust"))
                .isEmpty();
    }

    @Test
    void findsTheSameGroupsAgain() {
        List<Written> petitions = petitions();

        assertThat(groupsOf(new Groups(List.of()), petitions)).isEqualTo(groupsOf(new Groups(List.of()), petitions));
    }

    /** Whatever the moment of the restart: what was decided is read again, and what follows is decided as if nothing had been. */
    @RepeatedTest(5)
    void goesOnAsBeforeOnceWhatWasDecidedIsReadAgain(RepetitionInfo repetition) {
        random.setSeed(repetition.getCurrentRepetition());
        List<Written> petitions = petitions();
        int restart = random.nextInt(petitions.size());
        Groups first = new Groups(List.of());
        Groups again = new Groups(List.of());
        for (Written each : petitions.subList(0, restart)) {
            for (Change change : first.read(each.id(), each.at(), each.id(), each.heading(), each.text())) {
                switch (change) {
                    case Change.Joined joined ->
                        again.readAgain(each.id(), each.at(), each.id(), each.heading(), each.text(), joined.group());
                    case Change.Merged merged -> again.follow(merged);
                }
            }
            List<Change> evening = first.look(each.at());
            again.forget(each.at());
            evening.forEach(change -> again.follow((Change.Merged) change));
        }

        for (Written each : petitions.subList(restart, petitions.size())) {
            assertThat(again.read(each.id(), each.at(), each.id(), each.heading(), each.text()))
                    .isEqualTo(first.read(each.id(), each.at(), each.id(), each.heading(), each.text()));
            assertThat(again.look(each.at())).isEqualTo(first.look(each.at()));
        }
    }

    @Test
    void saysNoWordOfALoneWriter() {
        Groups groups = new Groups(List.of());
        int group = 0;
        for (int i = 0; i < 200; i++) {
            List<String> everyday = EVERYDAY.get(i % EVERYDAY.size());
            groups.read("day-" + i, at(i), "day-" + i, everyday.getFirst(), everyday.getLast());
        }
        for (int i = 0; i < 30; i++) {
            String writer = i < 4 ? "somebody-" + i : "alone";
            Change joined = groups.read("dust-" + i, at(200 + i), writer, HEADINGS.getFirst(), TEXTS.getFirst())
                    .getFirst();
            group = ((Change.Joined) joined).group();
        }

        assertThat(groups.words(group, 4, 5)).isNotEmpty();
        assertThat(groups.words(group, 4, 6)).isEmpty();
    }

    @Test
    void saysNothingWithADigitInIt() {
        Groups groups = new Groups(List.of());
        int group = 0;
        for (int i = 0; i < 200; i++) {
            List<String> everyday = EVERYDAY.get(i % EVERYDAY.size());
            groups.read("day-" + i, at(i), "day-" + i, everyday.getFirst(), everyday.getLast());
        }
        for (int i = 0; i < 10; i++) {
            Change joined = groups.read("van-" + i, at(200 + i), "van-" + i, "班车桂B767f23晚点", "班车桂B767f23每天晚点一小时")
                    .getFirst();
            group = ((Change.Joined) joined).group();
        }

        assertThat(groups.words(group, 4, 5)).isNotEmpty().noneMatch(word -> word.matches(".*[0-9].*"));
    }

    @Test
    void tellsWhatAGroupIsAboutInWordsOfManyAndNoNumbers() {
        Groups groups = new Groups(List.of());
        List<Written> petitions = petitions();
        Map<String, Integer> groupOf = groupsOf(groups, petitions);

        List<String> words = groups.words(groupOf.get("dust-0"), 4, 5);

        assertThat(words).contains("铸造车间", "除尘设备");
        assertThat(words).allSatisfy(word -> {
            assertThat(word).doesNotContainPattern("\\d");
            String anyTwo = word.substring(0, 2);
            assertThat(petitions.stream().filter(each -> (each.heading() + each.text()).contains(anyTwo)))
                    .hasSizeGreaterThanOrEqualTo(5);
        });
    }

    @Test
    void forgetsAGroupThatNothingJoinedForAYear() {
        Groups groups = new Groups(List.of());
        Map<String, Integer> groupOf = groupsOf(groups, petitions());

        groups.look(START.plus(Duration.ofDays(800)));

        assertThat(groups.words(groupOf.get("dust-0"), 4, 5)).isEmpty();
    }
}
