package org.redress.analytics.volume.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.Moments;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.stereotype.Component;

/** Understands the days that a page is asked for, as the interface does. */
@Component
public class Days {

    private final Moments moments;

    Days(ZoneId organisationZone) {
        this.moments = new Moments(organisationZone);
    }

    /**
     * A day of the years 1900 to 2199; absent where nothing is written, since a form sends what was left empty, too.
     *
     * @param field what it was sent as
     * @param written by ISO 8601
     * @throws InvalidRequestException when it is no such day
     */
    public @Nullable LocalDate day(String field, String written) {
        if (written.isEmpty()) {
            return null;
        }
        LocalDate day = moments.day(written);
        if (day == null) {
            throw new InvalidRequestException(
                    List.of(new FieldProblem(field, Message.of("field.invalid"), Message.of("accepted.date"))));
        }
        return day;
    }
}
