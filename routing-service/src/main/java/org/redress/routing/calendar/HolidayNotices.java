package org.redress.routing.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.contracts.calendar.HolidayNotice;
import org.redress.contracts.calendar.WorkingCalendar;
import org.redress.routing.configuration.ConfigurationFile;
import org.redress.routing.configuration.InvalidConfigurationException;
import org.redress.routing.configuration.Problem;
import org.redress.routing.configuration.Problems;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the notices the product ships, and those a configuration folder adds for years that came later. */
public final class HolidayNotices {

    private static final String SHIPPED = "classpath:calendar/cn/*.json";
    private static final String ADDED = "calendar";
    private static final Pattern NOTICE = Pattern.compile(ADDED + "/[^/]+\\.json");

    private HolidayNotices() {}

    /** The calendar of the notices shipped with the product. */
    public static WorkingCalendar shipped() {
        return calendar(List.of(), new Problems());
    }

    /**
     * The shipped notices and those in {@code calendar/*.json} of the folder, which replace shipped ones of that year.
     *
     * @throws InvalidConfigurationException with everything that is wrong in any of them
     */
    public static WorkingCalendar with(Path configuration) {
        Problems problems = new Problems();
        return calendar(added(configuration.resolve(ADDED), problems), problems);
    }

    /** Whether a file of a configuration is read as a notice, by its name in the folder. */
    public static boolean isNotice(String name) {
        return NOTICE.matcher(name).matches();
    }

    /** Says what is wrong with a notice that is to be put into a configuration folder. */
    public static void check(ConfigurationFile notice, Problems problems) {
        new NoticeReader(problems).read(notice);
    }

    private static WorkingCalendar calendar(List<ConfigurationFile> added, Problems problems) {
        NoticeReader reader = new NoticeReader(problems);
        List<HolidayNotice> notices = Stream.concat(shippedFiles().stream(), added.stream())
                .map(reader::read)
                .toList();
        problems.refuseAny();
        return WorkingCalendar.of(notices);
    }

    private static List<ConfigurationFile> shippedFiles() {
        try {
            List<ConfigurationFile> files = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                files.add(new ConfigurationFile(
                        String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notices " + SHIPPED + " cannot be read", e);
        }
    }

    private static List<ConfigurationFile> added(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ConfigurationFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                read(file, problems).ifPresent(files::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notices in " + folder + " cannot be read", e);
        }
        return files;
    }

    private static Optional<ConfigurationFile> read(Path file, Problems problems) throws IOException {
        String name = ADDED + "/" + file.getFileName();
        try {
            return Optional.of(new ConfigurationFile(name, Files.readString(file)));
        } catch (CharacterCodingException e) {
            problems.add(new Problem(name, 1, "", "is not written in UTF-8"));
            return Optional.empty();
        }
    }
}
