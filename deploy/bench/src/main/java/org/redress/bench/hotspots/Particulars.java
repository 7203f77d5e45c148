package org.redress.bench.hotspots;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Petitions that each have particulars of their own, made up with a seed: names, things, amounts and what was answered, told
 * in sentences that many use. Every fourth is about the same thing and the same fault in the same unit as one before, with
 * other particulars: it is another petition, however like it sounds.
 */
final class Particulars {

    private static final LocalDateTime START = LocalDateTime.of(2025, 1, 1, 8, 0);
    private static final int LETTERS = 4_000;
    private static final int SENTENCES = 7;

    private static final String SIGNS = "锦岚祥槐柏翠嘉泽润丰宏达兴隆瑞昌永泰安和明珠金河银湖碧桂紫荆绿洲枫林松鹤梧桐海棠玉兰长青南屏北苑东篱西溪云栖石榴麓青桥";
    private static final List<String> KINDS =
            List.of("小区", "车间", "宿舍", "食堂", "料场", "泵房", "码头", "仓库", "幼儿园", "门诊部", "澡堂", "车队");
    private static final List<String> THINGS = List.of(
            "电梯", "暖气管道", "配电箱", "加班工资", "养老保险", "公积金", "通勤班车", "除尘设备", "化粪池", "停车场", "医药费", "工龄认定", "防护手套", "劳动合同",
            "集资房款", "物业费", "夜班津贴", "自来水", "煤气表", "路灯", "围墙", "监控", "电瓶车棚", "健身器材", "体检安排", "职称名额", "高温补贴", "供暖费",
            "装修押金", "转岗通知", "工伤材料", "培训费", "绩效奖金", "年休假", "档案", "独生子女费", "遗属补助", "拆迁安置", "门禁系统", "饮水机");
    private static final List<String> FAULTS = List.of(
            "坏了没人修", "收费不公开", "少算了三年", "被无故扣掉", "漏得厉害", "拖着不办", "发放不及时", "比别处低一半", "占用了消防通道", "材料被退回三次", "存在严重隐患",
            "说停就停", "标准前后不一", "手续来回折腾", "名单没有公示", "味道刺鼻", "夜里噪声很大", "承诺没有兑现", "被外面的人占着", "突然涨价", "没有签字就执行", "账目对不上",
            "装了又拆", "排队要半天");
    private static final List<String> OFFICES =
            List.of("人力资源部", "工会", "后勤科", "安全科", "财务处", "社保中心", "总务办", "房产科", "考核办", "调度室", "离退办", "基建处", "行政科", "法务部");
    private static final List<String> ANSWERS =
            List.of("要研究以后再定", "上面没有文件", "经费紧张", "等下个季度", "该找别的科室", "系统里查不到", "经办的人出差了", "以前都是这样", "已经报上去了", "让签了字再说");
    private static final List<String> SENTENCES_OF_ANY = List.of(
            "我们{U}{N}的{T}从{M}月开始{F}。",
            "{N}一共有{A}户，家家都为{T}发愁。",
            "本人多次去{O}，工作人员说{R}。",
            "{M}月{D}日{O}来过两个人，看了{T}就走了。",
            "因为{T}{F}，{N}已经有{D}个人受了影响。",
            "请问{O}什么时候能解决{N}的问题？",
            "去年{N}也有过这样的事，后来{F2}。",
            "按照规定{T2}应当先修{N2}这一处。",
            "每天晚上从{N2}过来都要绕行，老人孩子不方便。",
            "光是{T2}这一项，每家就多出{A}元。",
            "同样的{T}，{N2}那边早就办好了。",
            "打过{D}次电话，{O}一直说{R}。",
            "现在{T2}又{F2}，大家非常着急。",
            "希望领导派人到{N}看一看。",
            "建议把{T}的账目在{N}门口贴出来。",
            "职工们凑了{A}元自己先垫着，但是不能总这样。",
            "{N2}的负责人承诺{M}月底前办完。",
            "我在{U}干了{D}年，没有见过这种事。",
            "尽快给一个答复，不要再推到{O2}。",
            "{O2}说这事归{O}管，{O}又说{R}。",
            "上次填的表在{O2}放了{A}天。",
            "附近{N2}的施工车辆也堵在路口。",
            "要求公开{T2}的标准和时间。",
            "如果{T}继续{F}，我们只好再来反映。");

    private final Random random;
    private final List<Letter> letters = new ArrayList<>();

    /** What a petition is about. */
    private record About(String unit, String thing, String fault) {}

    /** With a form that everybody begins and ends with, or without. */
    Particulars(long seed, boolean form) {
        this.random = new Random(seed);
        List<About> before = new ArrayList<>();
        LocalDateTime at = START;
        for (int i = 0; i < LETTERS; i++) {
            at = at.plusMinutes(20 + random.nextInt(200));
            About about = i % 4 == 3 ? any(before) : new About(any(Generator.UNITS), any(THINGS), any(FAULTS));
            before.add(about);
            letters.add(letter(Integer.toString(i), about, form, at));
        }
    }

    List<Letter> letters() {
        return letters;
    }

    private Letter letter(String id, About about, boolean form, LocalDateTime at) {
        String[][] told = {
            {"{U}", about.unit()},
            {"{N}", name()},
            {"{N2}", name()},
            {"{T}", about.thing()},
            {"{T2}", any(THINGS)},
            {"{F}", about.fault()},
            {"{F2}", any(FAULTS)},
            {"{O}", any(OFFICES)},
            {"{O2}", any(OFFICES)},
            {"{R}", any(ANSWERS)},
            {"{M}", Integer.toString(1 + random.nextInt(12))},
            {"{D}", Integer.toString(2 + random.nextInt(27))},
            {"{A}", Integer.toString(30 + random.nextInt(900))}
        };
        List<String> sentences = new ArrayList<>(SENTENCES_OF_ANY);
        Collections.shuffle(sentences, random);
        String text = filled(String.join("", sentences.subList(0, SENTENCES)), told);
        String heading = filled(random.nextBoolean() ? "{U}{N}{T}{F}" : "反映{N}{T}的问题", told);
        return new Letter(id, heading, form ? formed(text) : text, at, id);
    }

    private static String formed(String text) {
        return "尊敬的领导：您好！本人系集团职工，现就有关情况向您如实反映如下，望予核实处理为盼。" + text + "以上情况句句属实，如有虚假本人愿承担责任，恳请组织明察，谢谢。";
    }

    private static String filled(String frame, String[][] told) {
        String filled = frame;
        for (String[] each : told) {
            filled = filled.replace(each[0], each[1]);
        }
        return filled;
    }

    private String name() {
        return "" + sign() + sign() + any(KINDS);
    }

    private char sign() {
        return SIGNS.charAt(random.nextInt(SIGNS.length()));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
