package org.redress.routing.organisation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.routing.spelling.Spelling;

/**
 * Whom words are addressed to 尊敬的…, 致…, 抄送…: they are not accused by that. Only a line that begins so counts, and
 * only as far as nothing but names, titles, units and words of courtesy stands in it.
 */
final class Salutations {

    private static final List<String> OPENINGS = longestFirst(
            Stream.of("尊敬的", "敬爱的", "亲爱的", "尊敬", "致", "呈", "呈报", "呈送", "敬呈", "dear", "to", "attn", "attention"));
    private static final List<String> COPIES = longestFirst(Stream.of("抄送", "抄报", "抄呈", "主送", "cc", "bcc"));
    private static final String COURTESIES = "领导 同志 先生 女士 各位 诸位 主任 副主任 书记 副书记 组长 科长 处长 部长 局长 经理 总经理 董事长 厂长 主席 委员"
            + " 专员 主管 负责人 办公室 信访办 信访办公室 党委 纪委 工会 公司 集团 集团公司 总部 贵 及 和 与 并 暨 您好 你好 大家好 的"
            + " 一封信 信 公开信 钧鉴 台鉴 收 mr mrs ms miss dr mister missis missus doctor sir sirs madam and all colleagues"
            + " manager director president";
    private static final List<String> RESPECTS = longestFirst(Stream.of("同志", "先生", "女士", "同志们"));

    private final NameBook names;
    private final Map<Character, List<String>> words;

    Salutations(NameBook names, Organisation organisation) {
        this.names = names;
        Collection<Post> posts = organisation.posts().values();
        this.words = Stream.of(
                        posts.stream().map(Post::title),
                        organisation.units().values().stream().map(Unit::name),
                        Stream.of(organisation.name(), organisation.discipline().name()),
                        Stream.of(COURTESIES.split(" ", -1)))
                .flatMap(each -> each)
                .map(word -> Spelling.of(word).letters())
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.groupingBy(word -> word.charAt(0), TreeMap::new, Collectors.toList()));
    }

    private static List<String> longestFirst(Stream<String> all) {
        return all.sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /** The spelling of a text without the salutations in it. */
    Spelling leftOutOf(String text) {
        return Spelling.joined(lines(text).map(line -> line.from(endIn(line))).toList());
    }

    /** The same for a letter, which may begin with whom it greets, without a word like 尊敬的 before them. */
    Spelling leftOutOfLetter(String text) {
        List<Spelling> lines = lines(text)
                .dropWhile(line -> line.letters().isEmpty())
                .map(line -> line.from(endIn(line)))
                .toList();
        return lines.isEmpty()
                ? Spelling.joined(lines)
                : Spelling.joined(Stream.concat(
                                Stream.of(lines.getFirst().from(endOfGreeting(lines.getFirst()))),
                                lines.stream().skip(1))
                        .toList());
    }

    private static Stream<Spelling> lines(String text) {
        return text.lines().map(Spelling::of);
    }

    /** Where those greeted end: names, each with a word of respect after it, up to a colon; at the beginning otherwise. */
    private int endOfGreeting(Spelling line) {
        int at = 0;
        int name = nameAt(line, at);
        while (name > 0) {
            int respect = longestOf(RESPECTS, line, at + name);
            if (respect == 0) {
                return 0;
            }
            at += name + respect;
            if (line.letters().startsWith(":", at)) {
                return at + 1;
            }
            at += line.letters().startsWith("、", at) || line.letters().startsWith(",", at) ? 1 : wordAt(line, at);
            name = nameAt(line, at);
        }
        return 0;
    }

    private int nameAt(Spelling line, int at) {
        return at < line.letters().length() ? names.longestAt(line, at) : 0;
    }

    private int wordAt(Spelling line, int at) {
        return at < line.letters().length() && !line.endsClause(at) ? longestAt(line, at) : 0;
    }

    private int endIn(Spelling line) {
        int copied = after(COPIES, line);
        int opened = copied > 0 ? copied : after(OPENINGS, line);
        return opened == 0 ? 0 : endOfAddressees(line, opened, copied > 0);
    }

    private static int after(List<String> openings, Spelling line) {
        int end = longestOf(openings, line, 0);
        if (end == 0 || end == line.letters().length()) {
            return 0;
        }
        return line.letters().charAt(end) == ':' ? end + 1 : line.startsWord(end) ? end : 0;
    }

    private static int longestOf(List<String> longestFirst, Spelling line, int at) {
        return longestFirst.stream()
                .filter(word -> line.letters().startsWith(word, at))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    /** Where a list of addressees ends; commas part those who get a copy, and close any other salutation. */
    private int endOfAddressees(Spelling line, int from, boolean copies) {
        int end = 0;
        int at = from;
        while (at < line.letters().length()) {
            int word = line.endsClause(at) ? 1 : longestAt(line, at);
            if (word == 0) {
                return end;
            }
            at += word;
            if (line.endsClause(at - 1) && (copies || line.letters().charAt(at - 1) != '、')) {
                end = at;
                if (!copies) {
                    return end;
                }
            }
        }
        return at;
    }

    private int longestAt(Spelling line, int at) {
        int word = words.getOrDefault(line.letters().charAt(at), List.of()).stream()
                .filter(each -> line.letters().startsWith(each, at))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return Math.max(word, names.longestAt(line, at));
    }
}
