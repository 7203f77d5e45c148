package org.redress.routing.cases.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FormRefusal;
import org.redress.routing.cases.ExtensionRequest;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.cases.Instruction;
import org.redress.routing.cases.Mark;
import org.redress.routing.cases.Part;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.Redaction;
import org.redress.routing.cases.TargetDay;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Rulebook;
import org.redress.routing.procedure.CaseRule;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.ReferralChannel;
import org.redress.routing.procedure.Step;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Makes the forms of a case's page out of the kinds of orders, and says why others are not possible. */
@Component
class OrderForms {

    /** Longer lists are not shown: their codes are written down. */
    private static final int MOST_LISTED = 500;

    private final Editions editions;
    private final Headings headings;
    private final MessageSource messages;

    OrderForms(Editions editions, Headings headings, MessageSource messages) {
        this.editions = editions;
        this.headings = headings;
        this.messages = messages;
    }

    /**
     * A form that was sent, or is asked for by its address.
     *
     * @param type the kind of order
     * @param given what it holds
     * @param refusal why it could not be taken; absent where it was not tried
     * @param written when that was written and what happened since; absent for what is not kept
     */
    record Sent(
            OrderType type,
            MultiValueMap<String, String> given,
            @Nullable FormRefusal refusal,
            OrderForm.@Nullable Written written) {

        /** What is not kept. */
        Sent(OrderType type, MultiValueMap<String, String> given, @Nullable FormRefusal refusal) {
            this(type, given, refusal, null);
        }

        /** A form that nobody filled in yet. */
        static Sent blank(OrderType type) {
            return new Sent(type, new LinkedMultiValueMap<>(), null);
        }
    }

    /**
     * A step that is not possible.
     *
     * @param words what it is called
     * @param why the rule that stands against it
     */
    record Closed(String words, String why) {}

    /**
     * The forms of the steps that are not closed, each with what was written in it.
     *
     * @param written what was written, by the step
     * @param opened the step whose form is shown opened, also where it is closed by now; absent where none is
     */
    List<OrderForm> open(
            PetitionCase petitionCase,
            Set<Step> closed,
            Map<Step, Sent> written,
            @Nullable Step opened,
            Locale locale) {
        return OrderType.ALL.stream()
                .filter(type -> !closed.contains(type.step()) || type.step() == opened)
                .map(type -> form(type, petitionCase, written.get(type.step()), type.step() == opened, locale))
                .toList();
    }

    /** The form of one kind of order, for what it is about or one of many that it is about. */
    OrderForm one(OrderType type, PetitionCase petitionCase, @Nullable Sent sent, Locale locale) {
        return form(type, petitionCase, sent, sent != null, locale);
    }

    /** The steps that are closed, with the reason. */
    List<Closed> closed(PetitionCase petitionCase, Map<Step, CaseRule> closed, Locale locale) {
        return closed.entrySet().stream()
                .map(each -> new Closed(
                        say("step." + Names.of(each.getKey()), locale),
                        messages.getMessage(CaseRows.rule(each.getValue(), petitionCase), locale)))
                .toList();
    }

    /** What a field is called in a form, or in any. */
    private String label(String form, OrderField field, Locale locale) {
        String everywhere = say("order." + field.name(), locale);
        return Objects.requireNonNull(
                messages.getMessage("order." + form + "." + field.name(), null, everywhere, locale));
    }

    private OrderForm form(
            OrderType type, PetitionCase petitionCase, @Nullable Sent sent, boolean open, Locale locale) {
        return new OrderForm(
                type.name(),
                say("step." + type.name(), locale),
                type.step().is(Step.Trait.ASIDE),
                open,
                fields(type.fields(), type.name(), "", petitionCase, sent, locale),
                sent == null ? null : sent.written());
    }

    private List<OrderForm.Field> fields(
            List<OrderField> fields,
            String form,
            String before,
            PetitionCase petitionCase,
            @Nullable Sent sent,
            Locale locale) {
        return fields.stream()
                .filter(field -> field.codes() != Order.Codes.FOUND
                        || !petitionCase.guard().found().isEmpty())
                .map(field -> field(field, form, before + field.name(), petitionCase, sent, locale))
                .toList();
    }

    private OrderForm.Field field(
            OrderField field, String form, String name, PetitionCase petitionCase, @Nullable Sent sent, Locale locale) {
        FormRefusal refusal = sent == null ? null : sent.refusal();
        int rows = field.kind() == OrderField.Kind.TABLE
                ? OrderForm.rows(field, sent == null ? new LinkedMultiValueMap<>() : sent.given())
                : 0;
        List<Code> choices = choices(field, petitionCase, locale);
        return new OrderForm.Field(
                form + "-" + name.replaceAll("[^A-Za-z0-9]+", "-"),
                name,
                label(form, field, locale),
                field,
                choices,
                field.kind() != OrderField.Kind.LIST && !choices.isEmpty(),
                sent == null ? before(form, name, petitionCase, locale) : OrderForm.value(name, sent.given()),
                refusal == null ? null : refusal.fields().get(name),
                IntStream.range(0, rows)
                        .mapToObj(
                                row -> fields(field.parts(), form, name + "[" + row + "].", petitionCase, sent, locale))
                        .toList());
    }

    /** What a field holds before anybody wrote in it: of a heading what it is, of an extension what is asked for. */
    private String before(String form, String field, PetitionCase petitionCase, Locale locale) {
        if (form.equals(Names.of(Step.SET_HEADING)) && field.equals("heading")) {
            return headings.of(petitionCase, locale);
        }
        ExtensionRequest asked = petitionCase.extensionAsked();
        if (asked != null && form.equals(Names.of(Step.EXTEND)) && field.equals("days")) {
            return Integer.toString(asked.days());
        }
        if (form.equals(Names.of(Step.LEAD)) && field.equals("where")) {
            return elsewhere(petitionCase.mark());
        }
        if (form.equals(Names.of(Step.SET_MARK)) && field.equals("mark")) {
            return marked(petitionCase);
        }
        Instruction instruction = petitionCase.instruction();
        return instruction == null
                        || instruction.lead().equals(petitionCase.assignment().unit())
                        || instruction.lead().equals(petitionCase.assignment().owner())
                ? ""
                : instructed(form, field, instruction);
    }

    /** What is in arbitration or was judged is led there. */
    private static String elsewhere(@Nullable Mark mark) {
        if (mark == null) {
            return "";
        }
        return Names.of(
                mark.kind() == Command.SetMark.Mark.IN_ARBITRATION
                        ? ReferralChannel.ARBITRATION
                        : ReferralChannel.JUDICIAL);
    }

    /** What was led to arbitration is in arbitration, as far as nobody noted otherwise. */
    private static String marked(PetitionCase petitionCase) {
        boolean led = petitionCase.history().stream()
                .anyMatch(entry -> entry.what() == What.LED_ELSEWHERE
                        && Names.of(ReferralChannel.ARBITRATION).equals(entry.detail()));
        return led && petitionCase.mark() == null ? Names.of(Command.SetMark.Mark.IN_ARBITRATION) : "";
    }

    /** Handing over begins with what a leader instructed, until the named unit or post has it. */
    private String instructed(String form, String field, Instruction instruction) {
        boolean unit = editions.active().organisation().unit(instruction.lead()).isPresent();
        if (!unit) {
            return form.equals(Names.of(Step.REASSIGN)) && field.equals("post") ? instruction.lead() : "";
        }
        if (!form.equals(Names.of(Step.TRANSFER)) && !form.equals(Names.of(Step.ASSIGN))) {
            return "";
        }
        return switch (field) {
            case "unit" -> instruction.lead();
            case "dueOn" -> instruction.dueOn().toString();
            default -> "";
        };
    }

    private List<Code> choices(OrderField field, PetitionCase petitionCase, Locale locale) {
        if (field.kind() == OrderField.Kind.CHOICE) {
            return field.choices().stream()
                    .map(choice -> new Code(choice, say(field.name() + "." + choice, locale), null))
                    .toList();
        }
        List<Code> listed = field.codes() == null
                ? List.of()
                : codes(field.codes(), petitionCase, locale)
                        .limit(MOST_LISTED + 1L)
                        .toList();
        return listed.size() > MOST_LISTED ? List.of() : listed;
    }

    private Stream<Code> codes(Order.Codes codes, PetitionCase petitionCase, Locale locale) {
        Rulebook rulebook = editions.active().rulebook();
        Organisation organisation = rulebook.organisation();
        return switch (codes) {
            case UNITS -> organisation.units().values().stream().map(unit -> new Code(unit.code(), unit.name(), null));
            case POSTS ->
                organisation.posts().values().stream()
                        .map(post -> new Code(post.id(), post.title() + " " + post.name(), null));
            case PLACES ->
                Stream.concat(
                        codes(Order.Codes.UNITS, petitionCase, locale), codes(Order.Codes.POSTS, petitionCase, locale));
            case LEADERS ->
                organisation.lineOf(petitionCase.assignment(), petitionCase.guard()).leaders().stream()
                        .map(post -> new Code(post, post(post), null));
            case OFFICERS -> officers(organisation);
            case FOUND ->
                officers(organisation)
                        .filter(officer -> petitionCase.guard().found().contains(officer.code()));
            case TOPICS ->
                rulebook.topics().nodes().stream()
                        .map(node -> new Code(node.code(), CaseRows.name(node, locale), null));
            case PROMISES -> promises(petitionCase);
            case PARTS -> parts(petitionCase);
            case TARGETS -> targets(petitionCase, locale);
            case REDACTIONS -> redactions(petitionCase);
        };
    }

    private static Stream<Code> officers(Organisation organisation) {
        return organisation.posts().values().stream().map(OrderForms::officer).distinct();
    }

    private static Code officer(Post post) {
        return new Code(post.officer(), post.name(), null);
    }

    private String post(String id) {
        Post held = editions.active().organisation().posts().get(id);
        return held == null ? id : held.title() + " " + held.name();
    }

    private Stream<Code> promises(PetitionCase petitionCase) {
        List<Promise> all = petitionCase.promises();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).isOpen())
                .mapToObj(index -> new Code(
                        Integer.toString(index + 1),
                        (index + 1) + " · " + post(all.get(index).owner()) + " · "
                                + all.get(index).dueOn(),
                        null));
    }

    private Stream<Code> parts(PetitionCase petitionCase) {
        List<Part> all = petitionCase.parts();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).isOpen())
                .mapToObj(index -> new Code(
                        Integer.toString(index + 1),
                        (index + 1) + " · " + post(all.get(index).post()) + " · "
                                + all.get(index).dueOn(),
                        null));
    }

    private Stream<Code> targets(PetitionCase petitionCase, Locale locale) {
        List<TargetDay> all = petitionCase.targets();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).isOpen())
                .mapToObj(index -> new Code(
                        Integer.toString(index + 1),
                        (index + 1) + " · "
                                + say("kind." + Names.of(all.get(index).kind()), locale) + " · "
                                + all.get(index).dueOn(),
                        null));
    }

    private static Stream<Code> redactions(PetitionCase petitionCase) {
        List<Redaction> all = petitionCase.redactions();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).standing() != Redaction.State.UNDONE)
                .mapToObj(index -> new Code(
                        Integer.toString(index + 1),
                        (index + 1) + " · " + all.get(index).field() + " "
                                + all.get(index).from() + "–" + all.get(index).to(),
                        null));
    }

    private String say(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }

    /** What the interface calls each field, for its test. */
    static Stream<String> names() {
        return OrderType.ALL.stream()
                .flatMap(type -> type.fields().stream())
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().stream()))
                .map(OrderField::name)
                .distinct();
    }

    /** The words of each choice, for its test. */
    static Stream<String> choiceWords() {
        return OrderType.ALL.stream()
                .flatMap(type -> type.fields().stream())
                .flatMap(field -> field.choices().stream().map(choice -> field.name() + "." + choice))
                .distinct();
    }
}
