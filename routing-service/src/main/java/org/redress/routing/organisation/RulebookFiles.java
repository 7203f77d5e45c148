package org.redress.routing.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.Entry;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problems;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The files of a configuration as they were read, kept so that cases can be judged by the rules of their time.
 *
 * @param digest SHA-256 of the files, which is also the id
 * @param files the files, in the order of their names
 */
@Document("rulebooks")
public record RulebookFiles(@Id String digest, List<TextFile> files) {

    /** The names a file can have, in order. */
    public static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            RulebookReader.LOCAL_CLOCKS,
                            RulebookReader.CLOCKS,
                            RulebookReader.ORGANISATION,
                            RulebookReader.RESPONSIBILITY,
                            RulebookReader.TOPICS),
                    Arrays.stream(Table.values()).map(Table::file))
            .sorted()
            .toList();

    /**
     * A file.
     *
     * @param name its name, one of {@link RulebookFiles#NAMES}
     * @param text what it says
     */
    public record TextFile(String name, String text) {}

    /** Keeps its own copy. */
    public RulebookFiles {
        files = List.copyOf(files);
    }

    /** Reads a folder; a file that is not there is left out and told when the rulebook is read. */
    static RulebookFiles in(Path folder) {
        return of(byName(NAMES.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .map(name -> new TextFile(name, text(folder.resolve(name))))
                .toList()));
    }

    private static RulebookFiles of(SortedMap<String, String> texts) {
        List<TextFile> files = texts.entrySet().stream()
                .map(file -> new TextFile(file.getKey(), file.getValue()))
                .toList();
        return new RulebookFiles(digest(files), files);
    }

    /** These with others in their place; a list that comes in one form takes the place of the same list in the other. */
    public RulebookFiles with(Collection<TextFile> given) {
        Map<String, String> news = byName(given);
        SortedMap<String, String> all = byName(files);
        for (Table table : Table.values()) {
            String list = table.listFile();
            if (news.containsKey(table.file())) {
                all.computeIfPresent(list, (name, text) -> table.withoutList(text));
            }
            String newList = news.get(list);
            if (newList != null
                    && new ConfigurationFile(list, newList).top(new Problems()).has(table.key())) {
                all.remove(table.file());
            }
        }
        all.putAll(news);
        return of(all);
    }

    /** The text of a file; empty when it is not among them. */
    public Optional<String> text(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(TextFile::text)
                .findFirst();
    }

    /**
     * What the files say, validated whole.
     *
     * @throws InvalidConfigurationException with everything that is wrong in any of them
     */
    public Rulebook rulebook() {
        return RulebookReader.read(byName(files));
    }

    /** What they said when they took effect, of files that were found valid then. */
    Rulebook keptRulebook() {
        return RulebookReader.readKept(byName(files));
    }

    /** Id of the organisation they describe; what else is wrong with them is not looked at where there is one. */
    String organisationId() {
        String id = new ConfigurationFile(
                        RulebookReader.ORGANISATION,
                        text(RulebookReader.ORGANISATION).orElse("{}"))
                .top(new Problems())
                .text("id");
        return id.isEmpty() ? rulebook().organisation().id() : id;
    }

    /**
     * The same as the next version of an organisation, whose id, zone and discipline desk's code do not change.
     *
     * @param problems what was found wrong before with what comes with them
     * @throws InvalidConfigurationException with that and everything that is wrong in any of them
     */
    public Rulebook rulebookAfter(Organisation before, Problems problems) {
        Rulebook rulebook = RulebookReader.readWhole(byName(files), problems);
        Entry top = new ConfigurationFile(
                        RulebookReader.ORGANISATION,
                        text(RulebookReader.ORGANISATION).orElseThrow())
                .top(problems);
        Organisation now = rulebook.organisation();
        keeps(top, "id", before.id(), now.id());
        keeps(top, "zone", before.zone(), now.zone());
        keeps(
                top.entry("discipline"),
                "code",
                before.discipline().code(),
                now.discipline().code());
        problems.refuseAny();
        return rulebook;
    }

    private static void keeps(Entry entry, String key, String before, String now) {
        if (!now.equals(before)) {
            entry.complain(key, "cannot change while the organisation is in use; it is " + before);
        }
    }

    private static SortedMap<String, String> byName(Collection<TextFile> files) {
        return files.stream()
                .collect(Collectors.toMap(TextFile::name, TextFile::text, (one, other) -> other, TreeMap::new));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration file " + file + " cannot be read", e);
        }
    }

    private static String digest(List<TextFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(
                    (file.name() + "\n" + file.text().length() + "\n" + file.text()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
