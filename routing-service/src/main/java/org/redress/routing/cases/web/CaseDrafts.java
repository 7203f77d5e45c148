package org.redress.routing.cases.web;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.redress.platform.web.FormRefusal;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.drafts.Draft;
import org.redress.routing.drafts.Drafts;
import org.redress.routing.organisation.Editions;
import org.redress.routing.presence.Presences;
import org.redress.routing.procedure.Step;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What an officer has begun to write on the page of a case, from the first seconds until the step is taken. Who calls has found
 * out that the officer may open the case.
 */
@Component
class CaseDrafts {

    /** Whoever learned that these are being written would know beforehand what comes. */
    private static final Set<Step> FOREWARNING = EnumSet.of(
            Step.SCREEN,
            Step.RECUSE,
            Step.SUPERVISE,
            Step.LIMIT_READING,
            Step.LIFT_LIMIT,
            Step.ASK_NAMED,
            Step.NOTE_NAMED);

    private final Drafts drafts;
    private final Presences presences;
    private final CaseSections sections;
    private final CaseRows rows;
    private final Editions editions;

    CaseDrafts(Drafts drafts, Presences presences, CaseSections sections, CaseRows rows, Editions editions) {
        this.drafts = drafts;
        this.presences = presences;
        this.sections = sections;
        this.rows = rows;
        this.editions = editions;
    }

    /** What the reader has begun to write, by the step, the latest first; none that was taken meanwhile. */
    Map<Step, OrderForms.Sent> of(PetitionCase petitionCase, Caller reader, Locale locale) {
        Map<Step, OrderForms.Sent> written = new LinkedHashMap<>();
        drafts.of(petitionCase.id(), reader.id()).stream()
                .filter(draft -> !wasTaken(draft, petitionCase))
                .forEach(draft -> OrderType.named(draft.of().step())
                        .ifPresent(type -> written.put(type.step(), sent(draft, type, petitionCase, reader, locale))));
        return written;
    }

    /** A page that was closed at that very moment may still have saved what it had sent. */
    private static boolean wasTaken(Draft draft, PetitionCase petitionCase) {
        return draft.key() != null
                && petitionCase.history().stream()
                        .anyMatch(entry ->
                                entry.key() != null && entry.key().key().equals(draft.key()));
    }

    private OrderForms.Sent sent(Draft draft, OrderType type, PetitionCase petitionCase, Caller reader, Locale locale) {
        return new OrderForms.Sent(
                type,
                new LinkedMultiValueMap<>(draft.fields()),
                null,
                new OrderForm.Written(
                        rows.when(draft.savedAt()), sections.since(petitionCase, draft.version(), reader, locale)));
    }

    /**
     * Keeps what stands in a form, and says that somebody writes there.
     *
     * @throws RefusedException 413 where it is longer than any order, 400 where it does not say of which version it is
     */
    void keep(PetitionCase petitionCase, OrderType type, MultiValueMap<String, String> given, Caller reader) {
        Map<String, List<String>> fields = fields(type, given);
        if (length(fields) > Drafts.LONGEST) {
            throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, Message.of("detail.413"));
        }
        long version = Preconditions.version("\"" + OrderForm.value("version", given) + "\"");
        String key = Preconditions.key(reader, given.getFirst("key"));
        drafts.save(of(petitionCase.id(), type, reader), fields, version, key);
        Actor writer = reader.actingOn(petitionCase, editions.active().organisation());
        if (FOREWARNING.contains(type.step())) {
            presences.look(petitionCase.id(), writer);
        } else {
            presences.write(petitionCase.id(), writer, type.name());
        }
    }

    /** Keeps what was refused, and says what others did meanwhile: it is there however the officer goes on. */
    OrderForms.Sent refused(
            PetitionCase petitionCase,
            OrderType type,
            MultiValueMap<String, String> given,
            FormRefusal refusal,
            Caller reader,
            Locale locale) {
        Map<String, List<String>> fields = fields(type, given);
        String said = OrderForm.value("version", given);
        if (!said.matches("\\d{1,18}") || length(fields) > Drafts.LONGEST) {
            return new OrderForms.Sent(type, given, refusal);
        }
        long version = Long.parseLong(said);
        drafts.save(of(petitionCase.id(), type, reader), fields, version, null);
        List<CaseSections.Line> changes = sections.since(petitionCase, version, reader, locale);
        return new OrderForms.Sent(type, given, refusal, new OrderForm.Written(null, changes));
    }

    /** Takes a draft away whose step was taken, or which its writer does not want. */
    void delete(String petitionId, OrderType type, Caller reader) {
        drafts.delete(of(petitionId, type, reader));
        presences.rest(petitionId, reader.id());
    }

    private static Draft.Of of(String petitionId, OrderType type, Caller reader) {
        return new Draft.Of(petitionId, reader.id(), type.name());
    }

    /** What belongs to the step, without what the page adds. */
    private static Map<String, List<String>> fields(OrderType type, MultiValueMap<String, String> given) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            if (type.fields().stream()
                    .anyMatch(field -> name.equals(field.name()) || name.startsWith(field.name() + "["))) {
                fields.put(name, List.copyOf(values));
            }
        });
        return fields;
    }

    private static int length(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }
}
