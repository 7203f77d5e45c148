package org.redress.routing.cases.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.Petition;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a case is called in a line 事由: as an officer wrote it, and until then by its topic, unit and head-count. */
@Component
class Headings {

    private final Editions editions;
    private final MessageSource messages;

    Headings(Editions editions, MessageSource messages) {
        this.editions = editions;
        this.messages = messages;
    }

    String of(PetitionCase petitionCase, Locale locale) {
        String written = petitionCase.heading();
        return written == null ? proposed(petitionCase, locale) : written;
    }

    private String proposed(PetitionCase petitionCase, Locale locale) {
        Petition petition = petitionCase.registration().petition();
        String unit = petition.addressed() == null ? petitionCase.assignment().unit() : petition.addressed();
        String heading = say(
                "heading." + Names.of(petition.purpose()),
                locale,
                unit(unit, locale),
                topic(petitionCase.registration().topic(), locale));
        return petition.headCount() > 1 ? say("heading.people", locale, heading, petition.headCount()) : heading;
    }

    private String unit(String code, Locale locale) {
        return editions.active().organisation().unitName(code, locale);
    }

    /** The topic's name in today's tree, or its code where it has no such topic; blank for none. */
    String topic(@Nullable String code, Locale locale) {
        return code == null
                ? ""
                : editions.active()
                        .rulebook()
                        .topics()
                        .find(code)
                        .map(node -> CaseRows.name(node, locale))
                        .orElse(code);
    }

    private String say(String key, Locale locale, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale));
    }
}
