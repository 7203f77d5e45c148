package org.redress.routing.spelling;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Marks of web pages in copied words: {@code 李<b>蔚</b>} is 李蔚, and so it is with a space of theirs in between. */
public final class Markup {

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>|<!--.*?-->", Pattern.DOTALL);

    private Markup() {}

    /** The words as they stand there, and without marks where they have some: either may name somebody. */
    public static Stream<String> readings(String words) {
        return Stream.of(words, TAG.matcher(HtmlUtils.htmlUnescape(words)).replaceAll(""))
                .distinct();
    }
}
