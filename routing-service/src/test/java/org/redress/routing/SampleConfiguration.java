package org.redress.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.redress.routing.calendar.HolidayNotices;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.RulebookReader;

/** The sample organisation that the demonstration uses. */
public final class SampleConfiguration {

    private SampleConfiguration() {}

    /** Its folder. */
    public static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Path::getParent)
                .map(folder -> folder.resolve("deploy/demo/configuration"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    /** Its files by name. */
    public static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        for (String name : new String[] {"organisation.yaml", "topics.yaml", "responsibility.yaml", "clocks.yaml"}) {
            try {
                files.put(name, Files.readString(folder().resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** A later edition, with a change of its organisation's file. */
    public static LoadedRulebook edition(String was, String is) {
        return edition("organisation.yaml", was, is);
    }

    /** Its second edition, with other words in a file. */
    public static LoadedRulebook edition(String file, String was, String is) {
        Map<String, String> files = files();
        files.computeIfPresent(file, (name, text) -> text.replace(was, is));
        return LoadedRulebook.of(2, RulebookReader.read(files), HolidayNotices.shipped());
    }

    /** Its first edition. */
    public static LoadedRulebook edition() {
        return LoadedRulebook.of(1, RulebookReader.read(files()), HolidayNotices.shipped());
    }
}
