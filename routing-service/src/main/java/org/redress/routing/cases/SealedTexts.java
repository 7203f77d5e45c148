package org.redress.routing.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Json;
import org.redress.contracts.Sealed;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.platform.publishing.Ids;
import org.redress.platform.sealing.Opener;
import org.redress.platform.sealing.Sealer;
import org.redress.platform.words.Characters;
import org.redress.routing.cases.Unsealing.Opening;
import org.redress.routing.cases.Unsealing.Why;
import org.redress.routing.configuration.Names;
import org.redress.routing.procedure.Command;

/** Opens what is sealed and seals what officers write; each opening is written down before it happens. */
public final class SealedTexts {

    /** The claims as one field. */
    static final String CLAIMS = "claims";

    private static final String CUT = "…";

    /** Who opens in the ledger when no person does. */
    private static final Actor SERVICE = new Actor("routing", "routing");

    private final Opener content;
    private final Opener contact;
    private final Sealer sealer;
    private final Ledger ledger;
    private final CaseTexts texts;
    private final InstantSource clock;

    SealedTexts(Opener content, Opener contact, Sealer sealer, Ledger ledger, CaseTexts texts, InstantSource clock) {
        this.content = content;
        this.contact = contact;
        this.sealer = sealer;
        this.ledger = ledger;
        this.texts = texts;
        this.clock = clock;
    }

    /** Writes down what of these petitions is about to be opened to register them. */
    void registering(Collection<PetitionSubmitted> petitions) {
        ledger.append(petitions.stream().flatMap(this::registering).toList());
    }

    private Stream<Opening> registering(PetitionSubmitted petition) {
        return Stream.of(PetitionContent.FIELD, PetitionContact.FIELD)
                .filter(field -> field.equals(PetitionContent.FIELD) || petition.contact() != null)
                .map(field -> ledger.opening(petition.head().aggregateId(), field, SERVICE, Why.REGISTRATION, null));
    }

    /** What the petition says, for registering it. */
    PetitionContent contentOf(String petitionId, Sealed sealed) {
        return Json.MAPPER.readValue(content.open(petitionId, PetitionContent.FIELD, sealed), PetitionContent.class);
    }

    /** Who petitions, for the keyed token alone; absent when nothing was given. */
    Optional<PetitionContact> contactOf(String petitionId, @Nullable Sealed sealed) {
        return sealed == null
                ? Optional.empty()
                : Optional.of(Json.MAPPER.readValue(
                        contact.open(petitionId, PetitionContact.FIELD, sealed), PetitionContact.class));
    }

    /** What petitions say, without what is blacked out, for learning from them; the order is that of the cases. */
    List<PetitionContent> learnedFrom(List<PetitionCase> cases) {
        ledger.append(cases.stream()
                .map(petitionCase ->
                        ledger.opening(petitionCase.id(), PetitionContent.FIELD, SERVICE, Why.LEARNING, null))
                .toList());
        return cases.stream()
                .map(petitionCase -> redacted(
                        petitionCase,
                        contentOf(
                                petitionCase.id(),
                                petitionCase.registration().petition().content())))
                .toList();
    }

    /** Writes down that these are read to find which petitions say the same, where it does not stand there already. */
    void grouping(List<PetitionCase> cases) {
        Set<String> before = ledger.opened(cases.stream().map(PetitionCase::id).toList(), Why.GROUPING);
        ledger.append(cases.stream()
                .map(PetitionCase::id)
                .filter(id -> !before.contains(id))
                .map(id -> ledger.opening(id, PetitionContent.FIELD, SERVICE, Why.GROUPING, null))
                .toList());
    }

    /** What a petition says, without what is blacked out, to find which say the same; that it is read was written down. */
    PetitionContent grouped(PetitionCase petitionCase) {
        return redacted(
                petitionCase,
                contentOf(
                        petitionCase.id(),
                        petitionCase.registration().petition().content()));
    }

    /** What the petition says, for a person who may read the case. */
    public PetitionContent read(PetitionCase petitionCase, Actor by) {
        return read(petitionCase, by, Why.READING_CASE);
    }

    /** What the petition says, for a person who was let in in an emergency. */
    public PetitionContent readInEmergency(PetitionCase petitionCase, Actor by) {
        return read(petitionCase, by, Why.EMERGENCY);
    }

    private PetitionContent read(PetitionCase petitionCase, Actor by, Why why) {
        return redacted(petitionCase, opened(petitionCase, by, why));
    }

    /** What the petition says without anything blacked out, for who may read that. */
    public PetitionContent readOriginal(PetitionCase petitionCase, Actor by) {
        return opened(petitionCase, by, Why.READING_ORIGINAL);
    }

    private PetitionContent opened(PetitionCase petitionCase, Actor by, Why why) {
        requireOpen(petitionCase, by, why);
        ledger.write(petitionCase.id(), PetitionContent.FIELD, by, why, null);
        return contentOf(
                petitionCase.id(), petitionCase.registration().petition().content());
    }

    /** How to reach the petitioner, as far as the purpose needs it; absent when nothing was given. */
    public Optional<PetitionContact> contact(PetitionCase petitionCase, ContactPurpose purpose, Actor by) {
        return contact(petitionCase, purpose, by, Why.CONTACTING);
    }

    /** The same for a person who was let in in an emergency. */
    public Optional<PetitionContact> contactInEmergency(PetitionCase petitionCase, ContactPurpose purpose, Actor by) {
        return contact(petitionCase, purpose, by, Why.EMERGENCY);
    }

    private Optional<PetitionContact> contact(PetitionCase petitionCase, ContactPurpose purpose, Actor by, Why why) {
        requireOpen(petitionCase, by, why);
        ledger.write(petitionCase.id(), PetitionContact.FIELD, by, why, Names.of(purpose));
        return contactOf(
                        petitionCase.id(),
                        petitionCase.registration().petition().contact())
                .map(purpose::shown);
    }

    /**
     * Writes down who lets somebody in in an emergency; nothing is opened by that.
     *
     * @param purpose what the contact is to be opened for; absent where the petition is to be read
     */
    public void confirming(PetitionCase petitionCase, @Nullable ContactPurpose purpose, Actor by) {
        String what = purpose == null ? PetitionContent.FIELD : PetitionContact.FIELD;
        ledger.write(petitionCase.id(), what, by, Why.CONFIRMING_EMERGENCY, purpose == null ? null : Names.of(purpose));
    }

    private PetitionContent redacted(PetitionCase petitionCase, PetitionContent content) {
        String place = content.place();
        return new PetitionContent(
                subject(petitionCase, content),
                petitionCase.redacted("text", content.text(), clock.instant()),
                place == null ? null : petitionCase.redacted("place", place, clock.instant()),
                content.about(),
                content.topic(),
                claims(petitionCase, content),
                List.of(),
                content.suggestions());
    }

    /** Where it only repeats how the text begins, as the desk writes it, it hides what is hidden there. */
    private String subject(PetitionCase petitionCase, PetitionContent content) {
        String subject = content.subject();
        String text = content.text();
        String begins = subject.endsWith(CUT) ? subject.substring(0, subject.length() - CUT.length()) : subject;
        int lead = text.length() - text.stripLeading().length();
        if (begins.isEmpty() || !text.startsWith(begins, lead)) {
            return petitionCase.redacted("subject", subject, clock.instant());
        }
        String shown = petitionCase.redacted("text", text, clock.instant());
        int from = shown.offsetByCodePoints(0, text.codePointCount(0, lead));
        int to = shown.offsetByCodePoints(from, begins.codePointCount(0, begins.length()));
        String hidden = shown.substring(from, to) + subject.substring(begins.length());
        return petitionCase.redacted("subject", hidden, clock.instant());
    }

    /** They are blacked out as one field, a line for each. */
    private List<String> claims(PetitionCase petitionCase, PetitionContent content) {
        return content.claims().isEmpty()
                ? List.of()
                : petitionCase
                        .redacted(CLAIMS, String.join("\n", content.claims()), clock.instant())
                        .lines()
                        .toList();
    }

    /** A text of the case, for who may read it. */
    public String read(PetitionCase petitionCase, TextEntry text, Actor by) {
        String words = opened(petitionCase, text, by, Why.READING_TEXT);
        return text.isPetitioners() ? petitionCase.redacted(text.id(), words, clock.instant()) : words;
    }

    /** The words that somebody wants to black out, to find whom they mean; that they are looked at is written down. */
    Optional<String> examine(PetitionCase petitionCase, Command.Redact redaction) {
        PetitionContent content = opened(petitionCase, SERVICE, Why.EXAMINATION);
        Optional<String> field = switch (redaction.field()) {
            case "subject" -> Optional.of(content.subject());
            case "text" -> Optional.of(content.text());
            case "place" -> Optional.ofNullable(content.place());
            case CLAIMS -> Optional.of(String.join("\n", content.claims()));
            default -> Optional.empty();
        };
        return field.filter(words -> redaction.to() <= Characters.count(words))
                .map(words -> words.substring(
                        words.offsetByCodePoints(0, redaction.from()), words.offsetByCodePoints(0, redaction.to())));
    }

    /** Characters of a field of the petition, or of a text of the petitioner's, as a reader counts them; empty without it. */
    public Optional<Integer> length(PetitionCase petitionCase, String field, Actor by) {
        Optional<String> words = switch (field) {
            case "subject" -> Optional.of(read(petitionCase, by).subject());
            case "text" -> Optional.of(read(petitionCase, by).text());
            case "place" -> Optional.ofNullable(read(petitionCase, by).place());
            case CLAIMS ->
                Optional.of(read(petitionCase, by).claims())
                        .filter(claims -> !claims.isEmpty())
                        .map(claims -> String.join("\n", claims));
            default ->
                petitionCase.texts().stream()
                        .filter(text -> text.isPetitioners() && text.id().equals(field))
                        .findFirst()
                        .map(text -> read(petitionCase, text, by));
        };
        return words.map(Characters::count);
    }

    /** A text of the case without anything blacked out, for who may read that. */
    public String readOriginal(PetitionCase petitionCase, TextEntry text, Actor by) {
        return opened(petitionCase, text, by, Why.READING_ORIGINAL);
    }

    /** No person gets to limited words here, whatever was asked before; two people in an emergency do. */
    private static void requireOpen(PetitionCase petitionCase, Actor by, Why why) {
        if (why != Why.EMERGENCY && !by.equals(SERVICE) && petitionCase.isLimitedFor(by.officer())) {
            throw new IllegalStateException(petitionCase.id() + " opens to named officers alone");
        }
    }

    private String opened(PetitionCase petitionCase, TextEntry text, Actor by, Why why) {
        requireOpen(petitionCase, by, why);
        ledger.write(petitionCase.id(), text.id(), by, why, null);
        Sealed sealed = texts.find(petitionCase.id(), text.id())
                .orElseThrow(() ->
                        new IllegalStateException("a text of " + petitionCase.id() + " is missing: " + text.id()));
        return open(petitionCase.id(), text.kind().field(text.id()), sealed);
    }

    /** What the petitioner adds, to find whom it has to be kept from. */
    String examine(String petitionId, CaseText text) {
        return read(petitionId, text, SERVICE, Why.EXAMINATION);
    }

    /** All that the petitioner wrote, as it came, for a check that shows it to nobody; written down as that. */
    List<String> petitionersWords(PetitionCase petitionCase) {
        PetitionContent content = opened(petitionCase, SERVICE, Why.EXAMINATION);
        Stream<String> said = content.about().stream().map(PetitionContent.About::value);
        Stream<String> added = petitionCase.texts().stream()
                .filter(TextEntry::isPetitioners)
                .map(text -> opened(petitionCase, text, SERVICE, Why.EXAMINATION));
        return Stream.of(
                        Stream.of(content.subject(), content.text()),
                        Stream.ofNullable(content.place()),
                        content.claims().stream(),
                        said,
                        added)
                .flatMap(each -> each)
                .toList();
    }

    /** What the petitioner and those who came along are called, for the same. */
    List<String> petitionersNames(PetitionCase petitionCase) {
        Sealed sealed = petitionCase.registration().petition().contact();
        if (sealed == null) {
            return List.of();
        }
        ledger.write(petitionCase.id(), PetitionContact.FIELD, SERVICE, Why.EXAMINATION, null);
        return contactOf(petitionCase.id(), sealed).stream()
                .flatMap(
                        contact -> Stream.concat(Stream.ofNullable(contact.name()), contact.representatives().stream()))
                .toList();
    }

    /** A text that was sealed here for something that keeps it itself, for who may read it. */
    public String read(String owner, CaseText text, Actor by) {
        return read(owner, text, by, Why.READING_TEXT);
    }

    private String read(String owner, CaseText text, Actor by, Why why) {
        ledger.write(owner, text.id(), by, why, null);
        return open(owner, text.kind().field(text.id()), text.sealed());
    }

    private String open(String owner, String field, Sealed sealed) {
        return new String(content.open(owner, field, sealed), StandardCharsets.UTF_8);
    }

    /** Seals a text for a case or a matter, and for nothing else: its id is part of the seal. */
    public CaseText seal(String owner, CaseText.Kind kind, String text) {
        String id = Ids.next();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CaseText(id, kind, digest(bytes), sealer.seal(owner, id, bytes));
    }

    /**
     * Seals what an officer has begun to write about a case.
     *
     * @param draft the name under which alone it opens
     */
    public Sealed sealDraft(String petitionId, String draft, String words) {
        return sealer.seal(petitionId, draft, words.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives what an officer has begun to write back to that officer: nobody's words are opened, and no line is written. */
    public String readDraft(String petitionId, String draft, Sealed sealed) {
        return open(petitionId, draft, sealed);
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
