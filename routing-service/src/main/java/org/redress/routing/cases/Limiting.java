package org.redress.routing.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Name;
import org.redress.routing.cases.Limitation.Named;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Superiors;
import org.redress.routing.organisation.Unit;
import org.redress.routing.procedure.Command;
import org.redress.routing.procedure.Step;

/** Lets the words of a case open to a few named officers alone 限定阅看, one of whom may be asked to care 关怀转介. */
final class Limiting {

    /** Nobody who guards or polices is asked to care, whatever the organisation calls them. */
    private static final Pattern GUARDS = Pattern.compile(
            "保卫|公安|安保|治安|警务|维稳|\\bpolice\\b|\\bsecurity (guard|officer|department)", Pattern.CASE_INSENSITIVE);

    private final PetitionCase petitionCase;
    private final Turn turn;

    Limiting(PetitionCase petitionCase, Turn turn) {
        this.petitionCase = petitionCase;
        this.turn = turn;
    }

    /** Names who may read; who limits it, or is named and changes that, is one of them, and so must be who can handle it. */
    Outcome limit(Command.LimitReading limit, @Nullable CaseText reason) {
        Organisation organisation = turn.organisation();
        Limitation before = petitionCase.limited;
        boolean among =
                !petitionCase.isLimited() || petitionCase.isNamed(turn.by().officer());
        List<String> posts = Stream.concat(
                        among ? own().map(Post::id).stream() : Stream.empty(), limit.posts().stream())
                .distinct()
                .toList();
        List<Named> names = new ArrayList<>();
        for (String post : posts) {
            Post held = organisation.posts().get(post);
            String field = "posts[" + Math.max(0, limit.posts().indexOf(post)) + "]";
            if (held == null || organisation.discipline().line().contains(post)) {
                return PetitionCase.wrong(field, "no-such-post");
            }
            if (petitionCase.guard.keepsOut(post, organisation)
                    || (petitionCase.restricted() && !handles(held.officer()))) {
                return PetitionCase.wrong(field, "kept-out");
            }
            names.add(new Named(post, held.officer()));
        }
        if (names.stream().map(Named::officer).noneMatch(this::handles)) {
            return PetitionCase.wrong("posts", "nobody-handles");
        }
        Limitation now = before != null && petitionCase.isLimited()
                ? before.naming(names)
                : new Limitation(
                        names,
                        own().map(Post::unit).orElse(petitionCase.assignment().unit()),
                        false);
        petitionCase.limited = now;
        petitionCase.endReferralOfOthers();
        return petitionCase.taken(
                Step.LIMIT_READING,
                turn,
                reason,
                new Detail(posts.stream()
                        .map(post -> new Detail.Part("post", post))
                        .toList()),
                null,
                told());
    }

    Outcome lift(@Nullable CaseText reason) {
        List<String> told = told();
        petitionCase.limited = limitation().lift();
        return petitionCase.taken(Step.LIFT_LIMIT, turn, reason, Detail.NONE, null, told);
    }

    /** The named, who has the case, and the office above who limited it learn of each change. */
    private List<String> told() {
        Stream<String> above = new Superiors(turn.organisation(), turn.day())
                .officesAbove(limitation().unit()).stream().limit(1);
        return Stream.of(
                        petitionCase.namedToTell(turn.organisation()).stream(),
                        petitionCase.ownerToTell(turn.today(), turn.now()).stream(),
                        petitionCase.standingIn(above.toList(), turn).stream())
                .flatMap(each -> each)
                .filter(post -> !post.equals(turn.by().post()))
                .distinct()
                .toList();
    }

    /** Asks one of the named to get in touch with the petitioner; nobody else learns of it. */
    Outcome ask(Command.AskNamed asked, @Nullable CaseText words) {
        Post held = turn.organisation().posts().get(asked.post());
        boolean named = held != null && limitation().names().contains(new Named(asked.post(), held.officer()));
        if (held == null || !named) {
            return PetitionCase.wrong("post", "not-named");
        }
        if (guards(held)) {
            return PetitionCase.wrong("post", "guards");
        }
        if (!isFromToday(asked.on())) {
            return PetitionCase.wrong("on", "day-from-today");
        }
        petitionCase.referral = new Referral(asked.post(), held.officer(), turn.day(), asked.on(), false);
        return among(Step.ASK_NAMED, words, Detail.of("post", asked.post()).and("day", asked.on()));
    }

    /** Notes a contact with the day of the next one; without one, nothing more is owed. */
    Outcome note(Command.NoteNamed contact, @Nullable CaseText words) {
        LocalDate next = contact.nextOn();
        if (next != null && !isFromToday(next)) {
            return PetitionCase.wrong("nextOn", "day-from-today");
        }
        Referral referral = petitionCase.referral;
        petitionCase.referral = referral == null ? null : referral.next(next);
        return among(
                Step.NOTE_NAMED,
                words,
                Detail.of("how", contact.how())
                        .and("outcome", contact.outcome())
                        .and("day", next));
    }

    /** On the wire it is no more than something about who reads the case. */
    private Outcome among(Step step, @Nullable CaseText words, Detail detail) {
        List<String> told = petitionCase.namedToTell(turn.organisation()).stream()
                .filter(post -> !post.equals(turn.by().post()))
                .toList();
        return petitionCase.takenAmongNamed(step, turn, words, detail, told);
    }

    private boolean guards(Post held) {
        Stream<Name> unit = turn.organisation().unit(held.unit()).map(Unit::called).stream();
        return Stream.concat(Stream.of(held.called()), unit)
                .flatMap(name -> Stream.of(name.in(Locale.CHINESE), name.in(Locale.ENGLISH)))
                .anyMatch(name -> GUARDS.matcher(name).find());
    }

    private boolean isFromToday(LocalDate on) {
        return !on.isBefore(turn.day()) && turn.isNear(on);
    }

    /** Who has it, or leads or keeps the petitions of its unit or one above. */
    private boolean handles(String officer) {
        Organisation organisation = turn.organisation();
        return organisation.postsOf(officer).contains(petitionCase.assignment().owner())
                || organisation
                        .reading(officer)
                        .units()
                        .contains(petitionCase.assignment().unit());
    }

    /** The post that whoever acts holds, and not one for whose holder they stand in. */
    private Optional<Post> own() {
        return turn.organisation().posts().values().stream()
                .filter(post -> post.officer().equals(turn.by().officer()))
                .min(Comparator.comparing(post -> !post.id().equals(turn.by().post())));
    }

    private Limitation limitation() {
        return Objects.requireNonNull(petitionCase.limited, "is limited");
    }
}
