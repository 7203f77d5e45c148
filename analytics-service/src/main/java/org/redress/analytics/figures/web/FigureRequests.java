package org.redress.analytics.figures.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.figures.FigureReader;
import org.redress.analytics.figures.FigureSettings;
import org.redress.analytics.figures.FigureSettings.FigureSet;
import org.redress.analytics.figures.Period;
import org.redress.analytics.volume.web.Audience;
import org.redress.analytics.volume.web.Places;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Understands what is asked of figures; what is not understood is refused. */
@Component
class FigureRequests {

    private final FigureSettings settings;
    private final FigureReader figures;
    private final Places places;
    private final Audience audience;

    FigureRequests(FigureSettings settings, FigureReader figures, Places places, Audience audience) {
        this.settings = settings;
        this.figures = figures;
        this.places = places;
        this.audience = audience;
    }

    /** All sets, in order. */
    List<FigureSet> sets() {
        return settings.sets();
    }

    FigureSet set(String code) {
        FigureSet set = settings.set(code);
        if (set == null) {
            throw unknown("set", settings.sets().stream().map(FigureSet::code).collect(Collectors.joining(", ")));
        }
        return set;
    }

    FigureSettings.Definition definition(FigureSet set, String name) {
        return set.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "name",
                        set.figures().stream()
                                .map(FigureSettings.Definition::name)
                                .collect(Collectors.joining(", "))));
    }

    /** Over the cases that the reader may open, with the unit and all below it. */
    FigureReader.Question question(@Nullable String period, @Nullable String unit, Authentication reader) {
        return new FigureReader.Question(period(period), places.units(unit), audience.reading(reader));
    }

    private Period period(@Nullable String written) {
        return written == null
                ? Period.monthOf(figures.today())
                : Period.of(written)
                        .orElseThrow(() -> new InvalidRequestException(List.of(new FieldProblem(
                                "period", Message.of("field.invalid"), Message.of("accepted.period")))));
    }

    /** A form sends what was left empty, too. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static InvalidRequestException unknown(String field, String accepted) {
        return new InvalidRequestException(
                List.of(new FieldProblem(field, Message.of("field.invalid"), Message.of("accepted.one-of", accepted))));
    }
}
