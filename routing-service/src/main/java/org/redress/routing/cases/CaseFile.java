package org.redress.routing.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.cases.Clock;
import org.redress.contracts.cases.Rung;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.platform.publishing.Aggregate;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.clocks.Beginning;
import org.redress.routing.clocks.Clocks;
import org.redress.routing.clocks.Ladder;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.Assignment;
import org.redress.routing.organisation.Exclusion;
import org.redress.routing.organisation.Line;
import org.redress.routing.organisation.LoadedRulebook;
import org.redress.routing.organisation.Organisation;
import org.redress.routing.organisation.Post;
import org.redress.routing.organisation.Roster;
import org.redress.routing.organisation.Superiors;
import org.redress.routing.organisation.Unit;
import org.redress.routing.procedure.CaseState;
import org.redress.routing.procedure.Promise;
import org.redress.routing.procedure.ReviewLevel;
import org.redress.routing.procedure.Situation;
import org.redress.routing.procedure.Situation.Fact;
import org.redress.routing.procedure.Step;
import org.redress.routing.procedure.SupervisionLevel;
import org.redress.routing.procedure.Way;
import org.springframework.data.annotation.Transient;

/** What is kept of a case, and how it is read; {@link PetitionCase} changes it. */
public abstract class CaseFile extends Aggregate {

    private static final int TOLD_APART_BY = 8;

    /** Lines of the history from which on a file is full: with all that belongs to them they come to about a megabyte. */
    static final int FULL_LINES = 2_000;

    /** Clocks from which on it is full: an event carries all of them, and must stay below a quarter of a megabyte. */
    static final int FULL_CLOCKS = 50;

    @Nullable
    Registration registration;

    Exclusion guard = Exclusion.NONE;

    /** Who had it before words of the petitioner's took it from them; absent where it was kept secret before, or is not now. */
    @Nullable
    Assignment heldBefore;

    /** Who had it before a person found out that it is about somebody; absent where it was kept secret before, or is not now. */
    @Nullable
    Assignment heldBeforeFound;

    /** Ids of officers whom words or a person meant, and whom it is not about as a person found out. */
    List<String> cleared = new ArrayList<>();

    /** Ids of officers whom, as who recorded it says, its words only mention; empty once a person has screened it. */
    List<String> mentioned = new ArrayList<>();

    /** Number of the organisation's version in which its unit and owner were chosen. */
    int placedIn;

    /** True when everybody in whose line it stands may read it, so that nothing else need be looked at. */
    boolean ordinary;

    @Nullable
    String number;

    /** The heading 事由 that an officer wrote; absent while none did. */
    @Nullable
    String heading;

    /** True once it is what a list can sort by each column: only such orders use the indexes of them. */
    boolean sortable;

    /** What lists sort its heading by: as an officer wrote it, and until then its topic. */
    String headed = "";

    @Nullable
    CaseState state;

    Way way = Way.ORDINARY;
    ReviewLevel instance = ReviewLevel.FIRST;
    boolean undecided;

    @Nullable
    LocalDate acceptedOn;

    Clocks clocks = Clocks.NONE;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant nextDueAt;

    @Nullable
    Claim claim;

    List<TextEntry> texts = new ArrayList<>();
    List<HistoryEntry> history = new ArrayList<>();
    List<String> requests = new ArrayList<>();

    /** When something happened to it last that all who see it may know of; absent in what was stored before it was kept. */
    @Nullable
    Instant changedAt;

    @Nullable
    Handovers handovers;

    /**
     * Who had it first and answers for it beside its owner until another unit has decided on acceptance 首办责任; absent
     * where nobody else does, or where only the office that holds it may know of it. Acceptance by silence is nobody's
     * decision.
     */
    @Nullable
    Assignment answerable;

    /** Ids of officers who had it, in order. */
    List<String> owners = new ArrayList<>();

    /** Ids of officers who decided on it or had it before the review that runs, of whom nobody decides that. */
    List<String> priors = new ArrayList<>();

    /** Ids of officers who had it and see that it is reviewed; absent where no review was asked for. */
    @Nullable
    List<String> reviewed;

    List<String> reportTo = new ArrayList<>();

    @Nullable
    SupervisionLevel supervision;

    boolean extended;
    boolean takenUp;
    boolean opinionGiven;
    List<Promise> promises = new ArrayList<>();

    @Nullable
    String mergedInto;

    /** What it was before it was joined to another; absent where it stands for itself. */
    @Nullable
    Joined joined;

    /** Ids of the cases that were joined to it and stand for themselves no more. */
    List<String> joinedBy = new ArrayList<>();

    /** Who looks what cases that are joined owe each other after a change of it; absent where nothing is to be looked at. */
    @Nullable
    Claim joining;

    /** True while somebody has to tell the petitioner otherwise what a message could not tell. */
    boolean untold;

    List<Redaction> redactions = new ArrayList<>();

    /** The proposal that waits for a leader's instruction; absent where none does. */
    @Nullable
    Proposal proposal;

    /** How a leader instructed last; absent while none did. */
    @Nullable
    Instruction instruction;

    /** Parts of it that others were asked to do, in order; numbered from 1. */
    List<Part> parts = new ArrayList<>();

    /** What became of the paper that is on its way to the petitioner; absent where none was sent, or it was served. */
    @Nullable
    Sending sending;

    /** The extension that is asked for; absent where nobody asks, or somebody decided. */
    @Nullable
    ExtensionRequest extensionAsked;

    /** Days that somebody was given or promised, in order; numbered from 1. */
    List<TargetDay> targets = new ArrayList<>();

    /** The moment the earliest of those days that is not met is missed; absent where none is open. */
    @Nullable
    Instant targetAt;

    /** What arbitration or a court has to do with it; absent where neither has, as far as somebody noted. */
    @Nullable
    Mark mark;

    /** True while somebody has to ask how the petitioner sees the answer. */
    boolean callBackOwed;

    /** How often that was tried since the answer. */
    int attempts;

    /** Post of the leader who took it in personal charge; absent where none did. */
    @Nullable
    String inCharge;

    /** What became of the sheet with which a body outside sent it; absent where none did. */
    @Nullable
    Sheet sheet;

    /** To whom alone its words open 限定阅看; absent where that was never limited. */
    @Nullable
    Limitation limited;

    /** That one of the named gets in touch with its petitioner 关怀转介; absent where nobody was asked. */
    @Nullable
    Referral referral;

    /** What it waits for from whom, as {@link Waiting} writes it; absent where it waits for nothing beside its owner. */
    @Nullable
    List<String> waits;

    @Transient
    private final transient List<CaseText> unwritten = new ArrayList<>();

    CaseFile(String petitionId) {
        super(petitionId);
    }

    /** For the mapping only. */
    CaseFile() {}

    /** What people call it by: the end of its id, which is random. */
    public static String numberOf(String petitionId) {
        return petitionId.substring(Math.max(0, petitionId.length() - TOLD_APART_BY));
    }

    /** Counts it for its owner where it counts: what is kept from somebody does not, since the number is shown. */
    void countedIn(Roster roster) {
        if (ordinary) {
            roster.gave(assignment().owner());
        }
    }

    /** Brings what is searched by into line with clocks and guard, and gives back a claim. */
    void settle(CaseTime time) {
        ordinary = !apart();
        number = numberOf(id());
        sortable = true;
        headed = Objects.requireNonNullElse(
                heading, Objects.requireNonNullElse(registration().topic(), ""));
        sheet = sheet().map(kept -> kept.settled(Objects.requireNonNull(origin()), state(), time))
                .orElse(null);
        answerable = undecided && !guard.secret() ? handedOverBy() : null;
        waits = waiting();
        targetAt = openDays()
                .min(Comparator.naturalOrder())
                .map(time.edition().clockwork()::missedAt)
                .orElse(null);
        stopLapsed(time);
        nextDueAt = nextDueAt(time);
        // What owes nothing stands where it came.
        dueAt = time.listedBy(clocks)
                .orElseGet(() -> registration().isThanks()
                        ? time.missedAt(time.dayOf(registration().petition().receivedAt()))
                        : null);
        claim = null;
        joining = mergedInto == null && joinedBy.isEmpty() ? null : new Claim(Instant.EPOCH, "");
    }

    private @Nullable PetitionOrigin origin() {
        return registration().petition().origin();
    }

    /** The earliest rung, or the end of the day on which one of the named is to get in touch with its petitioner. */
    private @Nullable Instant nextDueAt(CaseTime time) {
        return Stream.concat(clocks.nextDueAt().stream(), unreminded().map(time::missedAt).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The day of a contact whose passing nobody was told of yet. */
    Optional<LocalDate> unreminded() {
        return Optional.ofNullable(referral).filter(asked -> !asked.reminded()).map(Referral::nextOn);
    }

    private @Nullable List<String> waiting() {
        List<String> all = new ArrayList<>();
        extensionAsked = state() == CaseState.ACCEPTED ? extensionAsked : null;
        if (!state().isOpen()) {
            proposal = null;
            parts.replaceAll(Part::ended);
            targets.replaceAll(TargetDay::lapsing);
            referral = referral == null ? null : referral.ended();
        } else {
            Stream.ofNullable(referral)
                    .filter(Referral::isOpen)
                    .map(asked -> Waiting.NAMED.of(asked.officer()))
                    .forEach(all::add);
            parts.stream()
                    .filter(Part::isOpen)
                    .map(Part::post)
                    .map(Waiting.PART::of)
                    .forEach(all::add);
            Stream.ofNullable(inCharge).map(Waiting.CHARGE::of).forEach(all::add);
            Stream.ofNullable(proposal)
                    .map(Proposal::leader)
                    .map(Waiting.INSTRUCTION::of)
                    .forEach(all::add);
            Stream.ofNullable(extensionAsked)
                    .map(ExtensionRequest::leader)
                    .map(Waiting.EXTENSION::of)
                    .forEach(all::add);
            if (registration().isThanks()) {
                all.add(Waiting.THANKS.of(assignment().owner()));
            }
            openDays()
                    .map(day -> Waiting.TARGET.of(assignment().owner()))
                    .limit(1)
                    .forEach(all::add);
        }
        if (callBackOwed) {
            all.add(Waiting.CALL_BACK.of(assignment().owner()));
        }
        return all.isEmpty() ? null : all;
    }

    /** Each part has a clock of its own, in their order, where the rules of the case know such. */
    private void stopLapsed(CaseTime time) {
        List<Clock> begun = time.begun(clocks, Beginning.PART);
        for (int index = 0; index < Math.min(begun.size(), parts.size()); index++) {
            Clock clock = begun.get(index);
            if (parts.get(index).lapsed() && clock.state() == Clock.State.RUNNING) {
                clocks = clocks.with(clock.in(Clock.State.STOPPED));
            }
        }
    }

    /** The days that somebody was given or promised, also in an opinion, and that are to be kept. */
    private Stream<LocalDate> openDays() {
        return Stream.concat(openTargets().map(TargetDay::dueOn), openPromises().map(Promise::dueOn));
    }

    /** What the opinion in force promises and is not kept; nothing while that opinion is reviewed. */
    public Stream<Promise> openPromises() {
        boolean inForce = state() == CaseState.OPINION_GIVEN || state() == CaseState.EXECUTING;
        return inForce ? promises.stream().filter(Promise::isOpen) : Stream.empty();
    }

    private Stream<TargetDay> openTargets() {
        return targets.stream().filter(TargetDay::isOpen);
    }

    /**
     * Lets lapse what it waits for from helpers whose post is gone or who may not know of it, and from leaders who do not
     * stand in its line any more; whoever decides on an extension now has it to decide.
     *
     * @return true when it changed
     */
    boolean lapse(Organisation today) {
        List<String> line = line(today).upwards();
        List<Part> asked = List.copyOf(parts);
        parts.replaceAll(part -> mayHelp(part.post(), today) ? part : part.ended());
        boolean unheard = proposal != null && !line.contains(proposal.leader());
        boolean unled = inCharge != null && !line.contains(inCharge);
        proposal = unheard ? null : proposal;
        inCharge = unled ? null : inCharge;
        ExtensionRequest request = extensionAsked;
        extensionAsked = request == null ? null : request.to(Extensions.decider(line(today)));
        return unheard || unled || !asked.equals(parts) || !Objects.equals(request, extensionAsked);
    }

    private boolean mayHelp(String post, Organisation today) {
        return today.posts().containsKey(post) && !restricted() && !guard.unclear() && !guard.keepsOut(post, today);
    }

    /** The petitioner has the answer: somebody asks how they see it, where there is a way to reach them. */
    void oweCallBack() {
        callBackOwed = registration().petition().contact() != null;
        attempts = 0;
    }

    private @Nullable Assignment handedOverBy() {
        Assignment first = handovers().first();
        return first == null || first.unit().equals(assignment().unit()) ? null : first;
    }

    /** Who had it first and still answers for it, or who stands in; nobody in their line, who have nothing to do with it. */
    private Stream<String> stillAnswerable(Organisation today, LocalDate day) {
        return Stream.ofNullable(answerable)
                .filter(first -> today.posts().containsKey(first.owner()))
                .flatMap(first -> today.standIn(first.owner(), day).stream())
                .filter(post -> !guard.keepsOut(post, today));
    }

    /** Adds a text, which is written before the case that refers to it. */
    void add(CaseText text) {
        texts.add(text.entry());
        unwritten.add(text);
    }

    /** The texts that were added since it was read. */
    List<CaseText> unwritten() {
        return List.copyOf(unwritten);
    }

    void note(Instant at, What what, @Nullable Turn turn, @Nullable String textId, @Nullable String detail) {
        note(at, what, turn, textId, detail, null);
    }

    private void note(
            Instant at,
            What what,
            @Nullable Turn turn,
            @Nullable String textId,
            @Nullable String detail,
            @Nullable String step) {
        sending = what.isDecision() || what == What.SERVED || what == What.EXTENDED ? null : sending;
        write(new HistoryEntry(
                at,
                what,
                turn == null ? null : turn.by().post(),
                turn == null ? null : turn.by().officer(),
                textId,
                detail,
                turn == null ? null : turn.key(),
                version() + 1,
                step,
                turn == null ? null : actingFor(turn)));
    }

    /** Adds a line to its history. */
    void write(HistoryEntry entry) {
        history.add(entry);
        changedAt = entry.isAmongNamed() ? changedAt : entry.at();
    }

    /** When something happened to it last that all who see it may know of. */
    public Instant changedAt() {
        return changedAt == null ? history.getLast().at() : changedAt;
    }

    private static @Nullable String actingFor(Turn turn) {
        Post acting = turn.organisation().posts().get(turn.by().post());
        return acting == null || acting.officer().equals(turn.by().officer()) ? null : acting.officer();
    }

    /** Notes a step that says by its own name what happened; its detail is written as {@link Detail}. */
    void note(Step step, Turn turn, @Nullable CaseText text, Detail detail) {
        note(turn.now(), What.STEP, turn, text == null ? null : text.id(), detail.written(), Names.of(step));
    }

    Head head(Instant now) {
        return nextHead(id(), now);
    }

    CaseTime time(LoadedRulebook edition) {
        return new CaseTime(edition, registration(), way);
    }

    /** The line above it today, without those it is kept from. */
    Line line(Organisation today) {
        return today.lineOf(assignment(), guard);
    }

    /** Who of the line is told on a day in place of these posts. */
    List<String> working(Organisation today, List<String> told, LocalDate day) {
        return today.working(line(today), told, day, guard);
    }

    /** Who works today in the place of posts that need not stand in its line, and may know of it. */
    List<String> standingIn(List<String> posts, Turn turn) {
        Organisation today = turn.organisation();
        return posts.stream()
                .map(post -> today.standIn(post, turn.day()).orElse(post))
                .filter(post -> !guard.keepsOut(post, today))
                .distinct()
                .toList();
    }

    /** Whom a rung of a clock tells on a day: who is asked for a part is reminded of that, and the line when it is late. */
    List<String> told(Clock clock, Rung rung, LoadedRulebook edition, Organisation today, LocalDate day) {
        List<String> inLine = told(rung, edition.rulebook().clocks().ladder(), today, day);
        int part = time(edition).begun(clocks, Beginning.PART).indexOf(clock);
        return part < 0 || part >= parts.size()
                ? inLine
                : Stream.concat(
                                today.standIn(parts.get(part).post(), day).stream()
                                        .filter(post -> !restricted() && !guard.keepsOut(post, today)),
                                rung.level() == 0 ? Stream.empty() : inLine.stream())
                        .distinct()
                        .toList();
    }

    /** Whom a rung tells on a day: of the line, and who had it first while that unit still answers for it. */
    List<String> told(Rung rung, Ladder ladder, Organisation today, LocalDate day) {
        List<String> line = working(today, line(today).recipients(rung, ladder), day);
        return Stream.concat(line.stream(), stillAnswerable(today, day))
                .distinct()
                .toList();
    }

    /** Gives it to somebody, or to who is next where they may not know of it. */
    void give(Assignment proposed, LoadedRulebook today) {
        place(today.assigner().over(proposed, guard), today);
    }

    /**
     * Gives it to somebody who may know of it; a review to nobody who decided on it or had it before.
     *
     * @return true when something lapsed that it waited for
     */
    boolean place(Assignment chosen, LoadedRulebook today) {
        registration = registration().assignedTo(today.assigner().apartFrom(priors, chosen, guard));
        placedIn = today.number();
        hadBy(today.organisation());
        keepOpen(today.organisation());
        return lapse(today.organisation());
    }

    /**
     * Names whoever has it where its words open to nobody any more.
     *
     * @return true when it changed
     */
    boolean keepOpen(Organisation today) {
        Limitation before = limited;
        limited = before == null || before.lifted() ? before : keptOpen(before, today);
        return !Objects.equals(before, limited);
    }

    /**
     * Where none of the named is left, or all are whom it is about, whoever has it is named: nobody else could handle it. Not
     * where they stepped out, to which whoever stands above can make them: then the office above names others.
     */
    private Limitation keptOpen(Limitation before, Organisation today) {
        Post holder = today.posts().get(assignment().owner());
        boolean anybody = before.names().stream()
                .map(Limitation.Named::officer)
                .anyMatch(officer -> !today.postsOf(officer).isEmpty()
                        && (guard.recused().contains(officer) || !guard.keepsOutOfficer(officer, today)));
        return anybody || holder == null ? before : before.with(new Limitation.Named(holder.id(), holder.officer()));
    }

    /** True while its words open to named officers alone. */
    public boolean isLimited() {
        return limited != null && !limited.lifted();
    }

    /** True where its words open to others, and not to this officer. */
    public boolean isLimitedFor(String officer) {
        return limited != null && !limited.isOpenTo(officer);
    }

    /** True for an officer to whom its words were limited, while that holds and afterwards. */
    public boolean isNamed(String officer) {
        return limited != null && limited.isNamed(officer);
    }

    /** Who is named, as far as an officer may know. */
    public List<Limitation.Named> namesFor(String officer) {
        return limited == null || !limited.isNamed(officer) ? List.of() : limited.names();
    }

    /** The referral to care 关怀转介, for one of the named. */
    public Optional<Referral> referralFor(String officer) {
        return isNamed(officer) ? Optional.ofNullable(referral) : Optional.empty();
    }

    /** The posts of the named, as far as they still hold them and may know of it: nobody stands in. */
    List<String> namedToTell(Organisation today) {
        List<Limitation.Named> names = limited == null ? List.of() : limited.names();
        return names.stream()
                .map(Limitation.Named::post)
                .filter(post -> today.post(post)
                        .filter(held -> isNamed(held.officer()) && !guard.keepsOut(post, today))
                        .isPresent())
                .toList();
    }

    /** Whoever is named no more owes no contact. */
    void endReferralOfOthers() {
        Referral asked = referral;
        if (asked != null && !isNamed(asked.officer())) {
            referral = asked.ended();
        }
    }

    /** Keeps in mind whom it was kept from as being about them and, as a person found out, is not. */
    void clear(Set<String> accusedBefore, Set<String> accusedNow) {
        Stream<String> ever = Stream.concat(cleared.stream(), accusedBefore.stream());
        cleared = ever.filter(each -> !accusedNow.contains(each))
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Who only has to find out whom it is about has not had it. */
    void hadBy(Organisation today) {
        Post held = guard.unclear() ? null : today.posts().get(assignment().owner());
        if (held != null && !owners.contains(held.officer())) {
            owners.add(held.officer());
        }
    }

    /** Whoever decided or had it until now leaves the review of that to others. */
    void endInstance(Organisation today) {
        hadBy(today);
        Stream<String> deciders = history.stream()
                .filter(entry -> entry.what().isDecision())
                .flatMap(entry -> Stream.ofNullable(entry.officer()));
        priors = Stream.of(priors.stream(), owners.stream(), deciders)
                .flatMap(officers -> officers)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        reviewed = owners.isEmpty() ? null : new ArrayList<>(owners);
    }

    boolean isReviewedOf(String officer) {
        return reviewed != null && reviewed.contains(officer);
    }

    /** Its history until a review was asked for, that line included, oldest first. */
    public List<HistoryEntry> historyUntilReview() {
        long asked = history.stream()
                .filter(entry -> entry.what() == What.REVIEW_ASKED)
                .mapToLong(HistoryEntry::version)
                .findFirst()
                .orElse(0);
        return history.stream()
                .filter(entry -> entry.version() <= asked && !entry.isAmongNamed())
                .map(HistoryEntry::withoutNames)
                .toList();
    }

    String scope() {
        return registration().assignment().unit();
    }

    Handovers handovers() {
        return handovers == null ? Handovers.NONE : handovers;
    }

    /** True when a petition came; false for a stub. */
    public boolean isRegistered() {
        return registration != null;
    }

    /** What was found when it was registered, and what officers corrected of it; not for a stub. */
    public Registration registration() {
        return Objects.requireNonNull(registration, "a stub");
    }

    /** Who answers for it, and why; not for a stub. */
    public Assignment assignment() {
        return registration().assignment();
    }

    /** How urgently it is supervised 督办; absent where it is not. */
    public @Nullable SupervisionLevel supervision() {
        return supervision;
    }

    /** True while somebody has to tell the petitioner otherwise what a message could not tell. */
    public boolean isUntold() {
        return untold;
    }

    /** The neutral heading 事由 that an officer wrote; absent while none did. */
    public @Nullable String heading() {
        return heading;
    }

    /** What lists sort its heading by: as an officer wrote it, and until then its topic. */
    public String headed() {
        return headed;
    }

    /** Who had it first and still answers for it beside its owner; absent where nobody does. */
    public @Nullable Assignment answerable() {
        return answerable;
    }

    /** Where it stands; not for a stub. */
    public CaseState state() {
        return Objects.requireNonNull(state, "a stub");
    }

    /** Number of the organisation's version in which its unit and owner were chosen. */
    public int placedIn() {
        return Math.max(placedIn, registration().edition());
    }

    /** True while whom its words name are only mentioned as nobody but who recorded it says. */
    public boolean saysOnlyMentioned() {
        return !mentioned.isEmpty();
    }

    /** Whom it is kept from. */
    public Exclusion guard() {
        return guard;
    }

    /** How it is handled. */
    public Way way() {
        return way;
    }

    /** How often it was decided upon. */
    public ReviewLevel instance() {
        return instance;
    }

    /** True when only the office that holds it may know of it. */
    public boolean restricted() {
        return assignment().restricted();
    }

    /**
     * True when it is kept from somebody: no service shows it, or counts it, to others than who may know of it. That says
     * nothing of whom it is kept from.
     */
    boolean apart() {
        return restricted() || !guard.isNone();
    }

    /** All of it that decides which steps it allows on a day. */
    public Situation standing(LoadedRulebook edition, LocalDate day) {
        CaseTime time = time(edition);
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        add(facts, Fact.UNSCREENED, guard.unclear());
        add(facts, Fact.UNDECIDED, undecided);
        add(
                facts,
                Fact.NO_OBJECTION_LEFT,
                handovers().decidedAbove() || time.isRightOver(clocks, Beginning.TRANSFER, day));
        add(facts, Fact.REPORT_OWED, time.asksFor(clocks, Step.REPORT_BACK));
        add(facts, Fact.SUGGESTION_OPEN, !time.ofSuggestions(clocks).isEmpty());
        add(facts, Fact.SUPERVISED, !time.running(clocks, Beginning.SUPERVISION).isEmpty());
        add(facts, Fact.EXTENDED, extended);
        add(
                facts,
                Fact.HANDLING_OVER,
                time.running(clocks, Beginning.ACCEPTANCE).stream().noneMatch(clock -> !day.isAfter(clock.dueOn())));
        add(facts, Fact.TAKEN_UP, takenUp);
        add(facts, Fact.OPINION_GIVEN, opinionGiven);
        add(facts, Fact.NOTICE_SERVED, isServedSinceDecision());
        add(facts, Fact.PROMISED, promises.stream().anyMatch(Promise::isOpen));
        add(facts, Fact.REDACTION_PROPOSED, redactions.stream().anyMatch(each -> each.is(Redaction.State.PROPOSED)));
        add(facts, Fact.REDACTED, redactions.stream().anyMatch(each -> !each.is(Redaction.State.UNDONE)));
        add(facts, Fact.REVIEW_OVER, time.isRightOver(clocks, reviewRight(), day));
        add(facts, Fact.FILE_FULL, history.size() >= FULL_LINES || clocks.all().size() >= FULL_CLOCKS);
        add(facts, Fact.UNTOLD, untold);
        add(facts, Fact.EXTENSION_ASKED, extensionAsked != null);
        add(facts, Fact.TARGET_SET, openTargets().findAny().isPresent());
        add(facts, Fact.LIMIT_RUNS, clocks.running().stream().anyMatch(clock -> !clock.isWindow()));
        add(facts, Fact.REMINDED, history.stream().anyMatch(entry -> entry.isReminderOf(day, time)));
        add(facts, Fact.CALL_BACK_OWED, callBackOwed);
        add(facts, Fact.PART_ASKED, parts.stream().anyMatch(Part::isOpen));
        sheet().ifPresent(kept -> facts.addAll(kept.facts(Objects.requireNonNull(origin()), day)));
        add(facts, Fact.LIMITED, isLimited());
        return new Situation(registration().petition().purpose(), state(), way, instance, facts);
    }

    private boolean isServedSinceDecision() {
        return history.stream()
                .map(HistoryEntry::what)
                .filter(what -> what == What.SERVED || what.isDecision())
                .reduce((first, second) -> second)
                .filter(last -> last == What.SERVED)
                .isPresent();
    }

    private Beginning reviewRight() {
        return instance == ReviewLevel.FIRST ? Beginning.SERVICE : Beginning.REVIEW_SERVICE;
    }

    private static void add(Set<Fact> facts, Fact fact, boolean holds) {
        if (holds) {
            facts.add(fact);
        }
    }

    /** Post that is asked to instruct; absent where none is. */
    public @Nullable String awaitedLeader() {
        return proposal == null ? null : proposal.leader();
    }

    /** Post of the leader who took it in personal charge; absent where none did. */
    public @Nullable String inCharge() {
        return inCharge;
    }

    /** What became of the sheet with which a body outside sent it; empty where none did. */
    public Optional<Sheet> sheet() {
        return Optional.ofNullable(origin()).map(origin -> sheet == null ? Sheet.NEW : sheet);
    }

    /** How a leader instructed last; absent while none did. */
    public @Nullable Instruction instruction() {
        return instruction;
    }

    /** What arbitration or a court has to do with it; absent where neither has, as far as somebody noted. */
    public @Nullable Mark mark() {
        return mark;
    }

    /** The extension that is asked for; absent where nobody asks, or somebody decided. */
    public @Nullable ExtensionRequest extensionAsked() {
        return extensionAsked;
    }

    /** Days that somebody was given or promised, in order; numbered from 1. */
    public List<TargetDay> targets() {
        return List.copyOf(targets);
    }

    /** The moment the earliest of those days that is not met is missed; absent where none is open. */
    public @Nullable Instant targetAt() {
        return targetAt;
    }

    /** Parts of it that others were asked to do, in order; numbered from 1. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** True while one of these posts is asked for a part of it. */
    public boolean isAskedOf(Set<String> posts) {
        return state().isOpen() && parts.stream().anyMatch(part -> part.isOpen() && posts.contains(part.post()));
    }

    /** True for a text that says what is asked of one of these posts, or what they returned. */
    boolean isOfPart(String textId, Set<String> posts) {
        return parts.stream().anyMatch(part -> posts.contains(part.post()) && part.has(textId));
    }

    /** What became of the paper that is on its way to the petitioner; absent where none was sent, or it was served. */
    public @Nullable Sending sending() {
        return sending;
    }

    /** Its clocks. */
    public Clocks clocks() {
        return clocks;
    }

    /** The moment it is listed by: when the earliest running limit is missed, or the latest was. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    /** The moment its next rung fires; absent once it ended. */
    public @Nullable Instant nextDueAt() {
        return nextDueAt;
    }

    /** The texts told to the petitioner, the petitioner's own and officers' notes, in the order they came. */
    public List<TextEntry> texts() {
        return List.copyOf(texts);
    }

    /** Its history, oldest first. */
    public List<HistoryEntry> history() {
        return List.copyOf(history);
    }

    /** Its history as an officer may know it, oldest first: what went on among the named alone is told to nobody else. */
    public List<HistoryEntry> historyFor(String officer) {
        return isNamed(officer)
                ? history()
                : history.stream()
                        .filter(entry -> !entry.isAmongNamed())
                        .map(HistoryEntry::withoutNames)
                        .toList();
    }

    /** The same since a version. */
    public List<HistoryEntry> sinceFor(String officer, long version) {
        return historyFor(officer).stream()
                .filter(entry -> entry.version() > version && entry.what() != What.REGISTERED)
                .toList();
    }

    /** Its texts as an officer may know that they are there. */
    public List<TextEntry> textsFor(String officer) {
        if (limited == null || isNamed(officer)) {
            return texts();
        }
        Set<String> others = history.stream()
                .filter(HistoryEntry::isAmongNamed)
                .flatMap(entry -> Stream.ofNullable(entry.textId()))
                .collect(Collectors.toSet());
        return texts.stream()
                .filter(text -> !others.contains(text.id()))
                .map(text -> isLimitedFor(officer) ? text.withoutDigest() : text)
                .toList();
    }

    /** What became of the command that came before under this key; absent when none did. */
    Optional<Outcome> doneUnder(@Nullable CommandKey key) {
        if (key == null) {
            return Optional.empty();
        }
        return history.stream()
                .flatMap(entry -> Stream.ofNullable(entry.key()))
                .filter(known -> known.key().equals(key.key()))
                .<Outcome>map(known -> known.equals(key) ? new Outcome.Repeated() : new Outcome.KeyTaken())
                .findFirst();
    }

    /** What its opinions promised, in order; numbered from 1. */
    public List<Promise> promises() {
        return List.copyOf(promises);
    }

    /** True while it goes its way with another. */
    boolean isJoinedTo(String survivor) {
        return state() == CaseState.MERGED && survivor.equals(mergedInto);
    }

    /** Ids of the cases that were joined to it and stand for themselves no more. */
    List<String> joinedBy() {
        return List.copyOf(joinedBy);
    }

    /** The petition it was joined to; absent when it was not. */
    public @Nullable String mergedInto() {
        return mergedInto;
    }

    /**
     * True for who is in touch with its petitioner: who has it or answers for it still, or stands in, the petition office of
     * its unit, who recorded it, the leader in personal charge, and who is named where its reading is limited.
     */
    boolean isInTouch(String officer, Organisation today) {
        Set<String> posts = today.reading(officer).posts();
        Stream<String> theirs = Stream.of(
                        Stream.of(assignment().owner()),
                        Stream.ofNullable(inCharge),
                        Stream.ofNullable(answerable).map(Assignment::owner),
                        today.unit(assignment().unit()).map(Unit::petitionOffice).stream())
                .flatMap(each -> each);
        return (isLimited() && isNamed(officer))
                || officer.equals(registration().petition().recordedBy())
                || theirs.anyMatch(posts::contains);
    }

    /** What is blacked out in it, was, or is proposed to be, in order; numbered from 1. */
    public List<Redaction> redactions() {
        return List.copyOf(redactions);
    }

    /** One of them by its number. */
    Optional<Redaction> redaction(int number) {
        return number >= 1 && number <= redactions.size() ? Optional.of(redactions.get(number - 1)) : Optional.empty();
    }

    /** A text of the petitioner's as readers see it at a moment. */
    public String redacted(String field, String text, Instant now) {
        String shown = text;
        for (Redaction redaction : redactions) {
            boolean black = redaction.hides(now) && redaction.field().equals(field);
            shown = black ? redaction.over(shown) : shown;
        }
        return shown;
    }

    /** True for an officer of the office above its owner, and for who reviews it: they may read what is blacked out. */
    boolean isOverseenBy(String officer, Organisation today, LocalDate day) {
        Post owner = today.posts().get(assignment().owner());
        return isReviewedBy(officer, today)
                || (owner != null && new Superiors(today, day).isOfficeAbove(officer, owner.officer()));
    }

    /**
     * True when an officer who may open the case may read one of its texts. The note of a screening may name whom it was not
     * about in the end: it is for who wrote it, who holds that post or the secret case now, and those above; for nobody who
     * was suspected.
     */
    boolean isReadableFor(String textId, String officer, Organisation today, LocalDate day) {
        return history.stream().filter(entry -> textId.equals(entry.textId())).allMatch(entry -> {
            if (entry.what() == What.SCREENED) {
                return !cleared.contains(officer) && screensOrStandsAbove(officer, entry, today, day);
            }
            return !entry.isAmongNamed() || isNamed(officer);
        });
    }

    private boolean screensOrStandsAbove(String officer, HistoryEntry screening, Organisation today, LocalDate day) {
        Set<String> posts = today.postsOf(officer);
        String by = Objects.requireNonNullElse(screening.officer(), "");
        return officer.equals(by)
                || posts.contains(screening.post())
                || (guard.secret() && posts.contains(assignment().owner()))
                || new Superiors(today, day).isOfficeAbove(officer, by);
    }

    /** True for who has it while a review or re-review of it runs, or ended. */
    boolean isReviewedBy(String officer, Organisation today) {
        return instance != ReviewLevel.FIRST
                && today.postsOf(officer).contains(assignment().owner());
    }

    /** Who claimed it for firing; absent when nobody did. */
    public @Nullable Claim claim() {
        return claim;
    }
}
