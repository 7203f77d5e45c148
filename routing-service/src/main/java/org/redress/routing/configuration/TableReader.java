package org.redress.routing.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads comma-separated values (RFC 4180) as entries whose names are those of the columns. */
final class TableReader {

    // Empty lines are kept so that lines are counted as an editor counts them.
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final Set<String> lists;
    private final Problems problems;

    /**
     * For a file.
     *
     * @param lists columns whose cells hold several values, with spaces between them
     */
    TableReader(String file, Set<String> lists, Problems problems) {
        this.file = file;
        this.lists = lists;
        this.problems = problems;
    }

    private record Line(int number, List<String> cells) {

        private boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** One entry for each row; none when the first line does not name the columns that are needed. */
    List<Entry> read(String text, Set<String> required, Set<String> optional) {
        List<Line> lines = lines(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (lines.isEmpty()) {
            complain(1, "", "names no columns");
            return List.of();
        }
        List<String> columns =
                lines.getFirst().cells().stream().map(String::strip).toList();
        if (!areRight(columns, lines.getFirst().number(), required, optional)) {
            return List.of();
        }
        return lines.stream()
                .skip(1)
                .flatMap(line -> entry(line, columns).stream())
                .toList();
    }

    /** The lines with something in them, up to the first that is broken. */
    private List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            for (CSVRecord record : parser) {
                lines.add(new Line(number, record.toList()));
                number = Math.toIntExact(parser.getCurrentLineNumber()) + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            complain(
                    number,
                    "",
                    "is not a table of comma-separated values: a quotation mark is not closed or misplaced");
        }
        lines.removeIf(Line::isBlank);
        return lines;
    }

    private boolean areRight(List<String> columns, int line, Set<String> required, Set<String> optional) {
        int before = problems.all().size();
        Set<String> known = new TreeSet<>(required);
        known.addAll(optional);
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!known.contains(column)) {
                complain(line, column, "is not known here; known are " + String.join(", ", known));
            } else if (!seen.add(column)) {
                complain(line, column, "is given twice");
            }
        }
        required.stream()
                .filter(column -> !columns.contains(column))
                .sorted()
                .forEach(column -> complain(line, column, "is missing"));
        return problems.all().size() == before;
    }

    private List<Entry> entry(Line line, List<String> columns) {
        if (line.cells().size() != columns.size()) {
            complain(
                    line.number(),
                    "",
                    "has " + line.cells().size() + " values where the first line names " + columns.size() + " columns");
            return List.of();
        }
        Mark at = new Mark(file, 0, line.number() - 1, 0, new int[0], 0);
        List<NodeTuple> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!line.cells().get(i).isBlank()) {
                values.add(new NodeTuple(
                        scalar(columns.get(i), at),
                        value(columns.get(i), line.cells().get(i).strip(), at)));
            }
        }
        Node row = new MappingNode(Tag.MAP, true, values, at, at, FlowStyle.BLOCK);
        return Stream.of(new Entry(file, "", row, line.number(), problems)).toList();
    }

    private Node value(String column, String cell, Mark at) {
        return lists.contains(column)
                ? new SequenceNode(
                        Tag.SEQ,
                        Arrays.stream(cell.split("\\s+"))
                                .map(each -> scalar(each, at))
                                .toList(),
                        FlowStyle.FLOW)
                : scalar(cell, at);
    }

    private static Node scalar(String text, Mark at) {
        return new ScalarNode(Tag.STR, text, at, at, ScalarStyle.PLAIN);
    }

    private void complain(int line, String column, String message) {
        problems.add(new Problem(file, line, column, message));
    }
}
