package org.redress.routing.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.routing.spelling.Spelling;

/** What those who hold posts are called, by the first letter, so that words are read once however many posts there are. */
final class NameBook {

    private static final Set<String> SURNAMES_OF_TWO = Set.of(
            "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "端木", "东方", "独孤", "南宫", "长孙", "宇文", "轩辕",
            "闻人", "澹台", "濮阳", "淳于", "太史", "申屠", "赫连", "呼延", "钟离", "鲜于", "万俟", "第五");
    private static final List<String> ADDRESSES = List.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "mister",
            "missis",
            "missus",
            "madam",
            "doctor",
            "sir",
            "chief",
            "boss",
            "manager",
            "director",
            "foreman",
            "supervisor",
            "secretary");

    private static final int SHORT = 5;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final Map<Character, List<Name>> byFirst = new HashMap<>();
    private final Map<String, Map<String, List<Post>>> titles = new HashMap<>();
    private final Map<String, List<Name>> byUnit = new HashMap<>();
    private final Map<Character, List<UnitName>> units = new HashMap<>();

    /** Of all who hold posts. */
    NameBook(Organisation organisation) {
        organisation.posts().values().forEach(this::add);
        organisation.unitNames().forEach((code, called) -> addUnit(code, called.chinese()));
    }

    private record UnitName(String letters, String code) {}

    /**
     * A way to call somebody.
     *
     * @param letters in the spelling that is compared
     * @param post who is called so
     * @param whole true for the name itself, false for the surname with a title
     */
    record Name(String letters, Post post, boolean whole) {}

    private void add(Post post) {
        String name = Spelling.of(post.name()).letters();
        String title = Spelling.of(post.title()).letters();
        if (!title.isEmpty()) {
            titles.computeIfAbsent(post.unit(), unit -> new HashMap<>())
                    .computeIfAbsent(title, called -> new ArrayList<>())
                    .add(post);
        }
        if (name.isEmpty()) {
            return;
        }
        boolean spelt = !Character.isIdeographic(name.codePointAt(0));
        String surname = spelt ? lastWord(post.name()) : surname(name);
        add(new Name(name, post, true));
        addAddress(post);
        ranks(title).map(rank -> new Name(surname + rank, post, false)).forEach(called -> {
            add(called);
            byUnit.computeIfAbsent(post.unit(), unit -> new ArrayList<>()).add(called);
        });
        if (spelt) {
            ADDRESSES.forEach(address -> add(new Name(address + surname, post, false)));
            if (surname.length() < name.length() && name.endsWith(surname)) {
                String given = name.substring(0, name.length() - surname.length());
                add(new Name(surname + given, post, true));
                add(new Name(surname + "," + given, post, true));
            }
        }
    }

    /** A mail address names who has it. */
    private void addAddress(Post post) {
        String address = Spelling.of(post.email()).letters();
        if (address.length() > SHORT) {
            add(new Name(address, post, true));
        }
    }

    private void addUnit(String code, String name) {
        String letters = Spelling.of(name).letters();
        if (letters.length() > 1) {
            units.computeIfAbsent(letters.charAt(0), first -> new ArrayList<>()).add(new UnitName(letters, code));
        }
    }

    private void add(Name name) {
        byFirst.computeIfAbsent(name.letters().charAt(0), first -> new ArrayList<>())
                .add(name);
    }

    private static String surname(String name) {
        int first = Character.charCount(name.codePointAt(0));
        return name.length() > 2 && SURNAMES_OF_TWO.contains(name.substring(0, 2))
                ? name.substring(0, 2)
                : name.substring(0, first);
    }

    private static String lastWord(String name) {
        return Stream.of(SPACE.split(name, -1))
                .map(word -> Spelling.of(word).letters())
                .filter(word -> !word.isEmpty())
                .reduce((first, last) -> last)
                .orElse("");
    }

    /** What of a title is said with a surname: 劳资科长, and 科长 alone. */
    private static Stream<String> ranks(String title) {
        return title.length() < 2
                ? Stream.empty()
                : Stream.of(title, title.substring(title.length() - 2)).distinct();
    }

    /** Everybody who is called by name, or by surname and title, in some words. */
    List<Name> in(Spelling words) {
        List<Name> found = new ArrayList<>();
        String letters = words.letters();
        for (int at = 0; at < letters.length(); at++) {
            if (!words.startsWord(at)) {
                continue;
            }
            for (Name name : byFirst.getOrDefault(letters.charAt(at), List.of())) {
                if (stands(name, words, at)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /**
     * In letters a name begins where a word does, and a short one, or one with a title, is a word: An is not meant by another
     * nor by and, and Li not by manager liked.
     */
    private static boolean stands(Name name, Spelling words, int at) {
        int length = name.letters().length();
        return words.letters().startsWith(name.letters(), at)
                && words.startsWord(at)
                && ((name.whole() && length > SHORT) || words.endsWord(at + length));
    }

    /** Who is called by a title in some words that nobody else in the unit has. */
    List<Post> titledIn(Spelling words, String unit) {
        return titlesOf(unit)
                .filter(title -> isCalled(title.letters(), words.letters()))
                .map(Name::post)
                .toList();
    }

    /** The titles that one post alone has in a unit. */
    private Stream<Name> titlesOf(String unit) {
        return titles.getOrDefault(unit, Map.of()).entrySet().stream()
                .filter(title -> title.getValue().size() == 1 && title.getKey().length() > 1)
                .map(title -> new Name(title.getKey(), title.getValue().getFirst(), false));
    }

    /** Who is called in some words by a title, or by surname and title, straight behind the name of their unit. */
    List<Post> behindTheirUnitIn(Spelling words) {
        List<Post> found = new ArrayList<>();
        String letters = words.letters();
        for (int at = 0; at < letters.length(); at++) {
            for (UnitName unit : units.getOrDefault(letters.charAt(at), List.of())) {
                if (letters.startsWith(unit.letters(), at) && words.startsWord(at)) {
                    int end = at + unit.letters().length();
                    Stream.concat(titlesOf(unit.code()), byUnit.getOrDefault(unit.code(), List.of()).stream())
                            .filter(called -> standsBehind(called, words, end))
                            .forEach(called -> found.add(called.post()));
                }
            }
        }
        return found;
    }

    /** 铸造车间的车间主任 is also called 铸造车间车间主任 and 铸造车间主任. */
    private static boolean standsBehind(Name called, Spelling words, int end) {
        return stands(called, words, end)
                || stands(called, words, end - 2)
                || (words.letters().startsWith("的", end) && stands(called, words, end + 1));
    }

    /** 副厂长 is somebody else than 厂长. */
    private static boolean isCalled(String title, String letters) {
        int at = letters.indexOf(title);
        while (at >= 0 && at > 0 && letters.charAt(at - 1) == '副') {
            at = letters.indexOf(title, at + 1);
        }
        return at >= 0;
    }

    /** Length of the longest name that stands at a place; 0 where none does. */
    int longestAt(Spelling words, int at) {
        return byFirst.getOrDefault(words.letters().charAt(at), List.of()).stream()
                .filter(name -> stands(name, words, at))
                .mapToInt(name -> name.letters().length())
                .max()
                .orElse(0);
    }
}
