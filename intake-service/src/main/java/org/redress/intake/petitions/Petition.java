package org.redress.intake.petitions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Sealed;
import org.redress.contracts.Topic;
import org.redress.contracts.cases.CaseAccepted;
import org.redress.contracts.cases.CaseAnswered;
import org.redress.contracts.cases.CaseClosed;
import org.redress.contracts.cases.CaseDeclined;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.cases.CaseRegistered;
import org.redress.contracts.cases.CaseRequestRefused;
import org.redress.contracts.cases.CaseStepTaken;
import org.redress.contracts.cases.CaseSupplemented;
import org.redress.contracts.cases.CaseWithdrawn;
import org.redress.contracts.cases.RungReached;
import org.redress.contracts.submissions.PetitionReviewRequested;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.intake.receipts.AccessCodes.AccessKey;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.StalePositionException;
import org.redress.platform.publishing.Aggregate;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A petition 信访件 as intake keeps it: only what may be in clear, and keyed digests of the rest. */
@Document("petitions")
public class Petition extends Aggregate {

    /** Key of the case's stream in the inbox. */
    public static final String CASES = Topic.CASES.name();

    private static final Set<String> ENDED = Set.of("closed", "resolved", "final", "withdrawn");
    private static final Set<String> ELSEWHERE = Set.of("declined", "led-elsewhere", "returned");
    private static final Set<String> UNDECIDED =
            Set.of("registered", "transferred", "objected", "disputed", "accepted", "merged");
    private static final Set<String> OPINED = Set.of("opinion-given", "served", "executing", "resolved", "closed");

    // A stub that only keeps a position has no receipt.
    @Indexed(unique = true, sparse = true)
    private String receipt;

    private AccessKey accessKey;
    private String digestKeyId;
    private String contentDigest;

    @Indexed(unique = true, sparse = true)
    private @Nullable List<String> idempotencyKeys;

    private String channel;
    private String purpose;
    private @Nullable String unit;
    private int headCount;
    private @Nullable LocalDate occurredOn;
    private Instant receivedAt;
    private Instant submittedAt;
    private @Nullable String submittedBy;
    private boolean traceable;
    private @Nullable String language;
    private @Nullable Boolean reachable;
    private @Nullable Progress progress;
    private List<Stage> stages;
    private List<KeptRequest> requests = new ArrayList<>();

    /** For the mapping to documents only. */
    @SuppressWarnings("NullAway.Init")
    protected Petition() {}

    private Petition(String id, Submission submission, Proofs proofs, Instant now) {
        super(id);
        this.receipt = proofs.receipt();
        this.accessKey = proofs.accessKey();
        this.digestKeyId = proofs.digestKeyId();
        this.contentDigest = proofs.contentDigest();
        this.idempotencyKeys = proofs.idempotencyKeys().isEmpty() ? null : proofs.idempotencyKeys();
        this.channel = submission.channel().wireName();
        this.purpose = submission.purpose().wireName();
        this.unit = submission.unit();
        this.headCount = submission.headCount().people();
        this.occurredOn = submission.occurredOn();
        this.receivedAt = submission.receivedAt() == null ? now : submission.receivedAt();
        this.submittedAt = now;
        this.submittedBy = submission.submitter().clientId();
        this.traceable = !submission.anonymous();
        this.language = submission.language();
        this.reachable = submission.reachable();
        this.stages = new ArrayList<>(List.of(Stage.of(Stage.SUBMITTED, now)));
    }

    /** Takes a petition at this moment; its event goes out with the receipt, the words only sealed. */
    static Petition take(String id, Submission submission, Proofs proofs, SealedTexts texts, Instant now) {
        Petition petition = new Petition(id, submission, proofs, now);
        petition.record(petition.submitted(submission, texts));
        return petition;
    }

    /** What somebody wrote who gave no name is in no trace. */
    @Override
    protected boolean isTraceable() {
        return traceable;
    }

    private PetitionSubmitted submitted(Submission submission, SealedTexts texts) {
        return new PetitionSubmitted(
                nextHead(id(), submittedAt),
                receipt,
                channel,
                purpose,
                unit,
                receivedAt,
                submittedAt,
                occurredOn,
                headCount,
                submission.headCount().claimed(),
                submission.anonymous(),
                submittedBy,
                submission.externalId(),
                texts.content(),
                texts.contact(),
                submission.headCount().said(),
                submission.submitter().officer(),
                submission.origin(),
                submission.representatives(),
                submission.content().suggestions() == null ? null : true);
    }

    /**
     * Takes a supplement 补充材料; its event goes out with the words only sealed.
     *
     * @param redaction true when it asks that words be blacked out
     */
    public void supplement(KeptRequest request, Sealed text, boolean redaction) {
        keep(request);
        record(new PetitionSupplemented(
                nextHead(id(), request.at()), request.id(), request.at(), text, redaction ? true : null));
    }

    /** Takes the request to withdraw 撤回; its event goes out with the reason only sealed. */
    public void withdraw(KeptRequest request, @Nullable Sealed reason) {
        keep(request);
        record(new PetitionWithdrawn(nextHead(id(), request.at()), request.id(), request.at(), reason));
    }

    /** Takes the request for a review 复查 or re-review 复核; its event goes out with the words only sealed. */
    public void askReview(KeptRequest request, Sealed text) {
        keep(request);
        record(new PetitionReviewRequested(nextHead(id(), request.at()), request.id(), request.at(), text));
    }

    private void keep(KeptRequest request) {
        requests.add(request);
        stages.add(Stage.of(request.kind().stage(), request.at(), request.id()));
    }

    /**
     * Notes how the case went on.
     *
     * @throws StalePositionException when this petition stands elsewhere than the event was judged for
     */
    public void follow(Received<CaseEvent> received) {
        if (!casePosition().equals(received.before())) {
            throw new StalePositionException(id());
        }
        if (received.snapshot()) {
            stages.removeIf(stage -> !isOwn(stage));
            progress = null;
        }
        progress = Progress.after(progress, received.event());
        Stage stage = stageOf(received.event(), received.event().head().occurredAt());
        if (stage != null) {
            stages.add(stage);
        }
        received(CASES, received.after());
    }

    private static @Nullable Stage stageOf(CaseEvent event, Instant at) {
        return switch (event) {
            case CaseRegistered registered -> Stage.of("registered", at);
            case CaseAccepted accepted -> Stage.of("accepted", at);
            case CaseDeclined declined -> Stage.of("declined", at);
            case CaseAnswered answered -> Stage.of("answered", at);
            case CaseClosed closed -> Stage.of("closed", at);
            case CaseSupplemented supplemented -> Stage.of("supplemented", at, supplemented.requestId());
            case CaseWithdrawn withdrawn -> Stage.of("withdrawn", at, withdrawn.requestId());
            case CaseRequestRefused refused ->
                new Stage("refused", at, refused.requestId(), refused.rule(), null, null);
            case CaseStepTaken step -> stageOf(step, at);
            // A reminder among officers is no step of the petitioner's.
            case RungReached reached -> null;
        };
    }

    /** What goes on among officers alone is no step of the petitioner's. */
    private static @Nullable Stage stageOf(CaseStepTaken step, Instant at) {
        return step.petitionerSees()
                ? new Stage(step.step(), at, step.requestId(), null, step.outcome(), step.day())
                : null;
    }

    /** What intake itself saw happen, which no case has to tell again. */
    private static boolean isOwn(Stage stage) {
        return stage.stage().equals(Stage.SUBMITTED)
                || Arrays.stream(RequestKind.values())
                        .anyMatch(kind -> kind.stage().equals(stage.stage()));
    }

    /** How far the case's events were applied. */
    public Position casePosition() {
        return inbox().getOrDefault(CASES, Position.START);
    }

    /** The receipt. */
    public String receipt() {
        return receipt;
    }

    /** When the organisation received it. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it was taken. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** What the receipt's access code is made with. */
    public AccessKey accessKey() {
        return accessKey;
    }

    /** The way so far, oldest first. */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Where its case stands, as far as its petitioner is told; absent while no case told. */
    public @Nullable Progress progress() {
        return progress;
    }

    /** True for a report 检举控告, of which nobody is told who has it. */
    public boolean isReport() {
        return purpose.equals(Purpose.REPORT.wireName());
    }

    /** True where it thanks somebody and asks for nothing. */
    public boolean isThanks() {
        return purpose.equals(Purpose.THANKS.wireName());
    }

    /** The language its petitioner reads, zh or en; absent where nobody said. */
    public @Nullable String language() {
        return language;
    }

    /** True where somebody can write to its petitioner; before that was kept, where a name was given. */
    public boolean reachable() {
        return reachable == null ? traceable : reachable;
    }

    /** What may be asked for on a day, as far as intake knows: the case judges each request. */
    public List<RequestKind> asksOpen(LocalDate day) {
        return Arrays.stream(RequestKind.values())
                .filter(kind -> isOpen(kind, day))
                .toList();
    }

    private boolean isOpen(RequestKind kind, LocalDate day) {
        String state = progress == null ? "" : progress.state();
        return switch (kind) {
            case SUPPLEMENT -> !ENDED.contains(state) && !ELSEWHERE.contains(state);
            case WITHDRAW -> progress == null || UNDECIDED.contains(state);
            case ASK_REVIEW ->
                progress != null
                        && OPINED.contains(state)
                        && times("give-opinion") > 0
                        && times("ask-review") < 2
                        && progress.right().stream().noneMatch(right -> day.isAfter(right.dueOn()));
        };
    }

    private long times(String stage) {
        return stages.stream().filter(each -> each.stage().equals(stage)).count();
    }

    /** What its petitioner asked for since, oldest first. */
    public List<KeptRequest> requests() {
        return List.copyOf(requests);
    }

    /** False for a stub that only keeps a position, since intake never took this petition. */
    public boolean wasTaken() {
        return receipt != null;
    }

    boolean says(Submission submission, SubmissionDigests digests) {
        return digests.isContent(submission, digestKeyId, contentDigest);
    }

    List<String> idempotencyKeys() {
        return idempotencyKeys == null ? List.of() : idempotencyKeys;
    }
}
