package org.redress.routing.codes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.redress.platform.codes.Code;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Rulebook;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Purpose;
import org.redress.routing.procedure.Step;
import org.springframework.context.MessageSource;

/**
 * What can stand in the members of cases and commands.
 *
 * @param units the tree of units, those above first, and the discipline desk
 * @param topics the tree of topics, those above first
 * @param purposes what a petition asks for
 * @param states where a case stands
 * @param steps what can be done with a case; the addresses of commands end in them
 * @param contactPurposes what a petitioner's contact can be opened for
 */
record CodeLists(
        List<Code> units,
        List<Code> topics,
        List<Code> purposes,
        List<Code> states,
        List<Code> steps,
        List<Code> contactPurposes) {

    static CodeLists of(Rulebook rulebook, MessageSource messages, Locale locale) {
        return new CodeLists(
                units(rulebook.organisation()),
                topics(rulebook, locale),
                Code.of(Purpose.class, "purpose", messages, locale),
                Code.of(CaseState.class, "state", messages, locale),
                Code.of(Step.class, "step", messages, locale),
                Code.of(ContactPurpose.class, "contact-purpose", messages, locale));
    }

    private static List<Code> units(Organisation organisation) {
        return Stream.concat(
                        organisation.units().values().stream()
                                .map(unit -> new Code(unit.code(), unit.name(), unit.parent())),
                        Stream.of(new Code(
                                organisation.discipline().code(),
                                organisation.discipline().name(),
                                null)))
                .toList();
    }

    private static List<Code> topics(Rulebook rulebook, Locale locale) {
        boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
        return rulebook.topics().nodes().stream()
                .map(topic -> new Code(topic.code(), chinese ? topic.name() : topic.english(), topic.parent()))
                .toList();
    }
}
