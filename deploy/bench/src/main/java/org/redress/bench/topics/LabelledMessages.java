package org.redress.bench.topics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.redress.routing.classification.LabelledText;
import org.redress.tools.UsageException;

/**
 * Messages with their topics, read from a file; nothing of it is kept.
 *
 * @param texts those that have all that is needed
 * @param left how many rows lack a topic, or both subject and text
 */
record LabelledMessages(List<LabelledText> texts, int left) {

    private static final List<String> SUBJECT = List.of("subject", "title", "heading", "标题", "主题", "留言主题");
    private static final List<String> TEXT = List.of("text", "content", "message", "正文", "内容", "留言详情");
    private static final List<String> USER = List.of("user", "writer", "用户", "留言用户");
    private static final List<String> TOPIC = List.of("topic", "label", "category", "分类", "一级分类", "一级标签");

    /**
     * Reads them.
     *
     * @throws UsageException when a column is missing, or fewer than two topics have messages
     */
    static LabelledMessages read(Path file) {
        Table table = Table.read(file);
        int subject = table.column(SUBJECT);
        int text = table.column(TEXT);
        int topic = table.column(TOPIC);
        int user = table.find(USER);
        List<LabelledText> texts = table.rows().stream()
                .map(row -> new LabelledText(
                        user < 0 ? String.join(" ", row) : value(row, user),
                        value(row, subject),
                        value(row, text),
                        value(row, topic)))
                .filter(each -> !each.topic().isEmpty())
                .filter(each -> !each.subject().isEmpty() || !each.text().isEmpty())
                .toList();
        if (texts.stream().map(LabelledText::topic).distinct().count() < 2) {
            throw new UsageException(file + " has to hold messages of at least two topics.");
        }
        return new LabelledMessages(texts, table.rows().size() - texts.size());
    }

    /** The names of a tree as texts: a row gives the topic in its first column, and a name in each. */
    static List<LabelledText> names(Path tree) {
        List<LabelledText> names = new ArrayList<>();
        for (List<String> row : Table.read(tree).rows()) {
            String words = String.join(" ", row).strip();
            if (!row.getFirst().isBlank()) {
                names.add(new LabelledText("", words, words, row.getFirst().strip()));
            }
        }
        return names;
    }

    private static String value(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }
}
