package org.redress.routing.classification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The topic found and the terms that spoke for it.
 *
 * @param topic code of the topic
 * @param matches terms of the configuration found in the petition; empty when no rule spoke
 * @param chosenBy post that chose the topic; absent when no officer did
 * @param learned how it was found by what was learned from earlier cases; absent when it was not
 */
public record Classification(
        String topic,
        List<Match> matches,
        @Nullable String chosenBy,
        @Nullable Learned learned) {

    private static final int SHOWN = 6;

    /** Found by rules. */
    public Classification(String topic, List<Match> matches) {
        this(topic, matches, null, null);
    }

    /** Found by what was learned. */
    static Classification learned(String topic, List<Match> matches, Learned learned) {
        return new Classification(topic, matches, null, learned);
    }

    /** Chosen by an officer. */
    public static Classification chosen(String topic, String by) {
        return new Classification(topic, List.of(), by, null);
    }

    /** Keeps its own copy. */
    public Classification {
        matches = List.copyOf(matches);
    }

    /**
     * A term found.
     *
     * @param term the term as configured
     * @param inSubject true when the subject has it
     * @param inText true when the text has it
     */
    public record Match(String term, boolean inSubject, boolean inText) {}

    /**
     * What learned from earlier cases.
     *
     * @param model number of the model
     * @param probability that it gives the topic, from 0 to 1
     */
    public record Learned(int model, double probability) {}

    /** True when some rule, model or officer spoke. */
    public boolean found() {
        return chosenBy != null || learned != null || !matches.isEmpty();
    }

    /** The reason in one sentence, Chinese for {@code zh}, otherwise English. */
    public String reason(Locale locale) {
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        if (chosenBy != null) {
            return chinese ? "由" + chosenBy + "人工确定。" : "Chosen by " + chosenBy + ".";
        }
        if (!found()) {
            return chinese ? "没有规则词命中，列为默认分类。" : "No term of a rule was found, so it has the default topic.";
        }
        return Stream.of(
                        learned == null ? "" : learned(learned, chinese),
                        part(true, chinese ? "标题含" : "Found in the subject: ", chinese),
                        part(false, chinese ? "正文含" : "Found in the text: ", chinese))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(chinese ? "；" : "; ", "", chinese ? "。" : "."));
    }

    private static String learned(Learned by, boolean chinese) {
        long percent = (long) Math.floor(by.probability() * 100);
        return chinese
                ? "第" + by.model() + "版模型由既往信访事项得出，把握" + percent + "%"
                : "Found by model " + by.model() + ", learned from earlier cases, at " + percent + " %";
    }

    private String part(boolean subject, String beginning, boolean chinese) {
        String terms = matches.stream()
                .filter(match -> subject ? match.inSubject() : match.inText())
                .limit(SHOWN)
                .map(match -> chinese ? "“" + match.term() + "”" : "\"" + match.term() + "\"")
                .collect(Collectors.joining(chinese ? "、" : ", "));
        return terms.isEmpty() ? "" : beginning + terms;
    }
}
