package org.redress.bench.hotspots;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Sends every tenth petition of many in again, with a seed: copied, edited lightly, or put in other words in part and in
 * another order.
 */
final class Copyist {

    private static final int EVERY = 10;
    private static final int MOST_DAYS = 90;

    /** Of the words that can be said otherwise so many are. */
    private static final double OTHERWISE = 0.8;

    /** A slip of the pen in so many signs. */
    private static final int SLIPS = 40;

    private static final String[][] WORDS = {
        {"我们", "咱们"},
        {"希望", "盼望"},
        {"因为", "由于"},
        {"没有", "没"},
        {"领导", "上级"},
        {"解决", "处理好"},
        {"现在", "目前"},
        {"小区", "住宅区"},
        {"业主", "住户"},
        {"请问", "想问"},
        {"什么时候", "何时"},
        {"要求", "请求"},
        {"但是", "不过"},
        {"非常", "十分"},
        {"严重", "厉害"},
        {"影响", "妨碍"},
        {"每天", "天天"},
        {"开始", "起"},
        {"多次", "好几次"},
        {"相关部门", "有关单位"},
        {"一直", "始终"},
        {"孩子", "小孩"},
        {"附近", "旁边"},
        {"车辆", "汽车"},
        {"晚上", "夜里"},
        {"所以", "因此"},
        {"建议", "提议"},
        {"不能", "无法"},
        {"已经", "早已"},
        {"为什么", "为何"},
        {"本人", "我自己"},
        {"工作", "干活"},
        {"问题", "情况"},
        {"投诉", "举报"},
        {"反映", "诉说"},
        {"尽快", "早日"},
        {"可以", "能够"},
        {"老人", "长者"},
        {"道路", "马路"},
        {"规定", "条文"},
        {"公司", "企业"},
        {"时间", "日子"},
        {"垃圾", "废物"},
        {"施工", "动工"},
        {"收费", "要钱"},
        {"职工", "工人"},
        {"工资", "薪水"},
        {"答复", "回音"}
    };

    private final Random random;

    /** How a petition was sent in again. */
    enum Kind {
        /** The same text. */
        COPY,
        /** A slip of the pen in every forty signs, a sentence less half of the time, one more at the end. */
        EDIT,
        /** Most of about fifty common words said otherwise, a sentence less, all of them in another order. */
        PARAPHRASE
    }

    Copyist(long seed) {
        this.random = new Random(seed);
    }

    /** A petition and what was sent in again of it, as ids. */
    record Again(String first, String second, Kind kind) {}

    /** All petitions in the order of time, with those that were sent in again. */
    record Stack(List<Letter> letters, List<Again> again) {}

    Stack copied(List<Letter> letters) {
        List<Letter> all = new ArrayList<>(letters);
        List<Again> again = new ArrayList<>();
        for (int i = 0; i < letters.size(); i += EVERY) {
            Kind kind = Kind.values()[i / EVERY % Kind.values().length];
            Letter first = letters.get(i);
            String id = first.id() + "/" + kind.name().toLowerCase(Locale.ROOT);
            LocalDateTime at = first.at().plusHours(1 + random.nextInt(24 * MOST_DAYS));
            String heading = kind == Kind.PARAPHRASE ? otherwise(first.subject()) : first.subject();
            all.add(new Letter(id, heading, told(kind, first.text()), at, id));
            again.add(new Again(first.id(), id, kind));
        }
        all.sort(Letter.IN_ORDER);
        return new Stack(all, again);
    }

    private String told(Kind kind, String text) {
        return switch (kind) {
            case COPY -> text;
            case EDIT -> edited(text);
            case PARAPHRASE -> paraphrased(text);
        };
    }

    private String edited(String text) {
        StringBuilder edited = new StringBuilder(text);
        for (int left = Math.max(3, text.length() / SLIPS); left > 0 && edited.length() > 5; left--) {
            int at = random.nextInt(edited.length());
            switch (random.nextInt(3)) {
                case 0 -> edited.deleteCharAt(at);
                case 1 -> edited.insert(at, any("的了在是不人有"));
                default -> edited.setCharAt(at, any("，。、 "));
            }
        }
        List<String> sentences = sentences(edited.toString());
        if (sentences.size() > 3 && random.nextBoolean()) {
            sentences.remove(random.nextInt(sentences.size()));
        }
        return String.join("", sentences) + "请领导重视。";
    }

    private String paraphrased(String text) {
        List<String> sentences = sentences(otherwise(text));
        if (sentences.size() > 3) {
            sentences.remove(random.nextInt(sentences.size()));
        }
        Collections.shuffle(sentences, random);
        return String.join("", sentences);
    }

    private String otherwise(String text) {
        String told = text;
        for (String[] word : WORDS) {
            if (random.nextDouble() < OTHERWISE) {
                told = told.replace(word[0], word[1]);
            }
        }
        return told;
    }

    private static List<String> sentences(String text) {
        return new ArrayList<>(Arrays.asList(text.split("(?<=[。！？；!?;\n])")));
    }

    private char any(String signs) {
        return signs.charAt(random.nextInt(signs.length()));
    }
}
