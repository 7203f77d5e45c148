package org.redress.routing.likeness;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say nothing of a matter: what every petition says, and the names of units, which are told apart elsewhere. */
final class Unheard {

    /** What petitions of any kind begin, end and ask with. */
    private static final List<String> COMMON = List.of(
            "尊敬的", "您好", "你好", "领导", "关于", "有关", "反映", "反应", "情况", "问题", "请求", "恳请", "请问", "咨询", "投诉", "举报", "建议", "希望",
            "要求", "强烈", "坚决", "解决", "处理", "尽快", "重视", "关注", "核实", "答复", "回复", "谢谢", "我们", "我是", "本人", "你们", "他们", "大家",
            "没有", "什么", "怎么", "为什么", "是否", "能否", "可以", "不能", "已经", "一直", "多次", "现在", "目前", "严重", "部门", "相关", "职工", "员工",
            "业主", "市民", "居民", "网友", "因为", "所以", "但是", "如果", "这个", "那个", "这样", "进行", "存在", "以及");

    private static final char GAP = '\n';

    private final Set<String> words;
    private final int longest;

    /** With names of units beside the common words. */
    Unheard(Collection<String> names) {
        this.words = Stream.concat(COMMON.stream(), names.stream())
                .map(Unheard::plain)
                .filter(word -> word.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** A text in one form of its signs, with a gap for each of the words; of those that begin together, for the longest. */
    String without(String text) {
        String plain = plain(text);
        StringBuilder heard = new StringBuilder(plain.length());
        int at = 0;
        while (at < plain.length()) {
            int length = unheardAt(plain, at);
            heard.append(length == 0 ? plain.charAt(at) : GAP);
            at += Math.max(1, length);
        }
        return heard.toString();
    }

    private int unheardAt(String plain, int at) {
        for (int length = Math.min(longest, plain.length() - at); length > 1; length--) {
            if (words.contains(plain.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
