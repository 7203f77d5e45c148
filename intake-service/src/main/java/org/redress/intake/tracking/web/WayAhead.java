package org.redress.intake.tracking.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.cases.Explanation;
import org.redress.contracts.cases.Explanation.Addition;
import org.redress.contracts.cases.Promised;
import org.redress.intake.petitions.Limit;
import org.redress.intake.petitions.Petition;
import org.redress.intake.petitions.Progress;
import org.redress.intake.petitions.RequestKind;
import org.redress.intake.petitions.Stage;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says to petitioners where their petition stands, who has it, and by which day they hear what. */
@Component
class WayAhead {

    /** Nobody has been found, or two units differ on whose it is. */
    private static final Set<String> UNDETERMINED = Set.of("", "registered", "transferred", "objected", "disputed");

    private static final Set<String> DISPUTED = Set.of("objected", "disputed");

    private final Directories directories;
    private final MessageSource messages;
    private final InstantSource clock;
    private final ZoneId zone;

    WayAhead(Directories directories, MessageSource messages, InstantSource clock, ZoneId zone) {
        this.directories = directories;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What lies ahead.
     *
     * @param state state of the case, as events name it; absent while there is none
     * @param stands where it stands, in a sentence; absent where there is none for it
     * @param unit name of the unit that has it; absent where that is not told
     * @param handler the same in a sentence; absent where there is none
     * @param days the days that run, the next one first
     * @param promises what an opinion promised, in order
     * @param asks what may be asked for now
     * @param reviewUntil until when a review may be asked for, in a sentence; absent where none may be
     */
    record Ahead(
            @Nullable String state,
            @Nullable String stands,
            @Nullable String unit,
            @Nullable String handler,
            List<Day> days,
            List<Kept> promises,
            List<RequestKind> asks,
            @Nullable String reviewUntil) {}

    /**
     * A day that runs.
     *
     * @param kind name of its limit
     * @param dueOn the day
     * @param words what happens by then, in a sentence
     * @param why why it is that day
     * @param late true where the day has passed and what it is for is still owed
     */
    record Day(String kind, LocalDate dueOn, String words, String why, boolean late) {}

    /**
     * A promise of an opinion.
     *
     * @param dueOn the day
     * @param keptOn when it was kept; absent while it is open
     * @param words the same in a sentence
     * @param late true where the day has passed and it is open
     */
    record Kept(LocalDate dueOn, @Nullable LocalDate keptOn, String words, boolean late) {}

    /** What lies ahead of a petition, in a language. */
    Ahead of(Petition petition, Locale locale) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Progress progress = petition.progress();
        List<RequestKind> asks = petition.asksOpen(today);
        if (progress == null) {
            return new Ahead(null, word("way.now.none", locale), null, null, List.of(), List.of(), asks, null);
        }
        Teller teller = new Teller(petition, progress, today, locale);
        String unit = teller.unit();
        return new Ahead(
                progress.state(),
                teller.stands(),
                unit,
                teller.handler(unit),
                progress.limits().stream().map(teller::day).toList(),
                teller.promises(),
                asks,
                asks.contains(RequestKind.ASK_REVIEW) ? teller.reviewUntil() : null);
    }

    private @Nullable String word(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, null, locale);
    }

    /** Tells of one petition on a day. */
    private final class Teller {

        private final Petition petition;
        private final Progress progress;
        private final LocalDate today;
        private final Locale locale;

        Teller(Petition petition, Progress progress, LocalDate today, Locale locale) {
            this.petition = petition;
            this.progress = progress;
            this.today = today;
            this.locale = locale;
        }

        @Nullable
        String stands() {
            return switch (progress.state()) {
                case "led-elsewhere" -> led();
                case "opinion-given", "served" -> say("way.now." + progress.state()) + opinion();
                case "registered", "closed" ->
                    petition.isThanks() ? word("way.now.thanks." + progress.state(), locale) : stood();
                default -> stood();
            };
        }

        private @Nullable String stood() {
            return petition.isReport() ? report() : word("way.now." + progress.state(), locale);
        }

        /** A report goes the discipline desk's own way; what it came to is told like anything else. */
        private @Nullable String report() {
            boolean open =
                    UNDETERMINED.contains(progress.state()) || progress.state().equals("accepted");
            return word(open ? "way.now.report" : "way.now." + progress.state(), locale);
        }

        private String led() {
            String where = outcomeOf("lead");
            String channel = where == null ? null : word("where." + where, locale);
            return channel == null ? say("way.now.led-elsewhere") : say("way.now.led-to", channel);
        }

        private String opinion() {
            String outcome = outcomeOf("give-opinion");
            String came = outcome == null ? null : word("way.opinion." + outcome, locale);
            return came == null ? "" : " " + came;
        }

        private @Nullable String outcomeOf(String step) {
            return petition.stages().stream()
                    .filter(stage -> stage.stage().equals(step))
                    .map(Stage::outcome)
                    .reduce(null, (before, outcome) -> outcome);
        }

        /** Nobody is told who has a report, nor a case while units differ on whose it is. */
        @Nullable
        String unit() {
            String code = progress.unit();
            Directory directory = directories.newest();
            if (code == null || petition.isReport() || DISPUTED.contains(progress.state())) {
                return null;
            }
            return directory.units().containsKey(code) ? directory.unitName(code, locale) : null;
        }

        @Nullable
        String handler(@Nullable String unit) {
            if (unit != null) {
                return say("way.unit", unit);
            }
            boolean open = UNDETERMINED.contains(progress.state());
            return open && !petition.isReport() ? say("way.unit-open") : null;
        }

        Day day(Limit limit) {
            boolean late = today.isAfter(limit.dueOn());
            return new Day(
                    limit.kind(),
                    limit.dueOn(),
                    words(limit, late),
                    limit.explanation().text(locale),
                    late && !limit.isRight());
        }

        private String words(Limit limit, boolean late) {
            String day = written(limit.dueOn());
            String key = "way.day." + limit.kind();
            if (limit.isRight()) {
                return say(late ? key + ".over" : key, day);
            }
            boolean notice = limit.kind().equals(Limit.NOTICE);
            if (notice && late && progress.state().equals("accepted")) {
                return say("way.day.notice.deemed", day);
            }
            String look = petition.reachable() ? null : word(key + ".look-up", locale, day);
            String words = look == null ? say(key, day) : look;
            return words + extension(limit.explanation()) + (late ? say("way.day.late") : "");
        }

        private String extension(Explanation explanation) {
            return explanation.added().stream()
                    .filter(addition -> addition.reason() == Addition.Reason.EXTENSION)
                    .map(addition -> say("way.day.extended", addition.days(), written(addition.decidedOn())))
                    .reduce("", String::concat);
        }

        List<Kept> promises() {
            return progress.promises().stream().map(this::kept).toList();
        }

        private Kept kept(Promised promise) {
            LocalDate keptOn = promise.keptOn();
            boolean late = keptOn == null && today.isAfter(promise.dueOn());
            String words = keptOn == null
                    ? say("way.promise", written(promise.dueOn())) + (late ? say("way.day.late") : "")
                    : say("way.promise.kept", written(promise.dueOn()), written(keptOn));
            return new Kept(promise.dueOn(), keptOn, words, late);
        }

        String reviewUntil() {
            return progress.right()
                    .map(right -> say("way.day." + right.kind(), written(right.dueOn())))
                    .orElseGet(() ->
                            say(progress.state().equals("opinion-given") ? "ask.review.open" : "ask.review.undated"));
        }

        private String say(String key, Object... values) {
            String sentence = word(key, locale, values);
            return sentence == null ? "" : sentence;
        }

        /** With the year only where it is not this one. */
        private String written(LocalDate day) {
            boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
            boolean thisYear = day.getYear() == today.getYear();
            String pattern = chinese
                    ? (thisYear ? "M月d日（EEE）" : "yyyy年M月d日（EEE）")
                    : (thisYear ? "EEEE d MMMM" : "EEEE d MMMM yyyy");
            return day.format(DateTimeFormatter.ofPattern(pattern, locale));
        }
    }
}
