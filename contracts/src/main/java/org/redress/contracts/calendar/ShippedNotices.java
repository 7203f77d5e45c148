package org.redress.contracts.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The notices that ship with the product, for who needs the calendar and no configuration of an organisation. */
public final class ShippedNotices {

    private static final int FIRST_YEAR = 2011;
    private static final JsonMapper READER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ShippedNotices() {}

    /** The calendar of all of them, one for each year from 2011 on without a gap. */
    public static WorkingCalendar calendar() {
        List<HolidayNotice> notices = new ArrayList<>();
        for (int year = FIRST_YEAR; ; year++) {
            try (InputStream file = ShippedNotices.class.getResourceAsStream("/calendar/cn/" + year + ".json")) {
                if (file == null) {
                    return WorkingCalendar.of(notices);
                }
                notices.add(READER.readValue(file, HolidayNotice.class));
            } catch (IOException e) {
                throw new UncheckedIOException("The holiday notice of " + year + " cannot be read", e);
            }
        }
    }
}
