package org.redress.routing.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redress.contracts.Json;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads the notices the product ships, and those a configuration folder adds for years that came later. */
public final class HolidayNotices {

    private static final String SHIPPED = "classpath:calendar/cn/*.json";

    private HolidayNotices() {}

    /** The calendar of the notices shipped with the product. */
    public static WorkingCalendar shipped() {
        return WorkingCalendar.of(read(SHIPPED));
    }

    /** The shipped notices and those in {@code calendar/*.json} of the folder, which replace shipped ones of that year. */
    public static WorkingCalendar with(Path configuration) {
        List<HolidayNotice> notices = new ArrayList<>(read(SHIPPED));
        notices.addAll(read("file:" + configuration.resolve("calendar") + "/*.json"));
        return WorkingCalendar.of(notices);
    }

    private static List<HolidayNotice> read(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(HolidayNotices::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notices " + pattern + " cannot be listed", e);
        }
    }

    private static HolidayNotice read(Resource file) {
        try (InputStream json = file.getInputStream()) {
            return Json.MAPPER.readValue(json, HolidayNotice.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The holiday notice " + file.getDescription() + " cannot be read", e);
        }
    }
}
