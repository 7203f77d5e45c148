package org.redress.intake.petitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.submissions.PetitionContact;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.contracts.submissions.PetitionOrigin;
import org.redress.platform.sealing.Mac;

/** Recognises a repeated request by keyed digests of its keys and of its canonical content. */
public final class SubmissionDigests {

    private static final String HEADER = "Idempotency-Key";
    private static final String EXTERNAL_ID = "externalId";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Mac mac;

    /** With the key that no one but intake holds. */
    public SubmissionDigests(Mac mac) {
        this.mac = mac;
    }

    /** Id of the key that new digests are made with; it may be another one at the next call. */
    String keyId() {
        return mac.keyId();
    }

    /** The content's digest under the key with this id. */
    String content(Submission submission, String keyId) {
        return BASE64.encodeToString(mac.macUnder(keyId, canonical(submission)));
    }

    /** Whether a submission says the same as one whose digest was kept. */
    boolean isContent(Submission submission, String keyId, String digest) {
        byte[] kept = Base64.getUrlDecoder().decode(digest);
        return MessageDigest.isEqual(kept, mac.macUnder(keyId, canonical(submission)));
    }

    /**
     * What is kept of the keys a submission came with, which are the request's and the adapter's own number. Under each
     * HMAC key, so that the unique index meets what was kept before a new one, and what an instance keeps that goes by
     * the one before.
     */
    List<String> keys(Submission submission) {
        List<String> keys = new ArrayList<>();
        for (byte[][] key : keyParts(submission)) {
            mac.macsUnderAll(key).forEach(digest -> keys.add(BASE64.encodeToString(digest)));
        }
        return keys;
    }

    /** The name of the key by which a submission is recognised. */
    String recognisedBy(Submission submission, List<String> kept) {
        String key = submission.idempotencyKey();
        boolean byHeader = key != null
                && mac.macsUnderAll(parts(HEADER, submission, key)).stream()
                        .map(BASE64::encodeToString)
                        .anyMatch(kept::contains);
        return byHeader ? HEADER : EXTERNAL_ID;
    }

    private static List<byte[][]> keyParts(Submission submission) {
        List<byte[][]> parts = new ArrayList<>();
        String key = submission.idempotencyKey();
        if (key != null) {
            parts.add(parts(HEADER, submission, key));
        }
        String externalId = submission.externalId();
        if (externalId != null) {
            parts.add(parts(EXTERNAL_ID, submission, externalId));
        }
        return parts;
    }

    private static byte[][] parts(String kind, Submission submission, String key) {
        return new byte[][] {canonical(kind), canonical(submission.submitter().scope()), canonical(key)};
    }

    /**
     * Everything that was written but an adapter's {@code receivedAt}, which it may well compute anew for a repeat, and its
     * phone number as it was written beside the number that was understood.
     */
    private static byte[][] canonical(Submission submission) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(canonical("content"));
        add(parts, submission.channel().wireName());
        add(parts, submission.purpose().wireName());
        add(parts, submission.unit());
        add(parts, submission.headCount().people());
        add(parts, submission.occurredOn());
        add(parts, submission.externalId());
        addContent(parts, submission.content());
        addContact(parts, submission.contact());
        addFromTheDesk(parts, submission);
        return parts.toArray(byte[][]::new);
    }

    private static void addContent(List<byte[]> parts, PetitionContent content) {
        add(parts, content.subject());
        add(parts, content.text());
        add(parts, content.place());
        add(parts, content.about().size());
        content.about().forEach(about -> {
            add(parts, about.kind());
            add(parts, about.value());
        });
        // What was taken before had none, and is still to be recognised.
        if (!content.claims().isEmpty()) {
            add(parts, content.claims().size());
            content.claims().forEach(claim -> add(parts, claim));
            Integer suggestions = content.suggestions();
            if (suggestions != null) {
                add(parts, suggestions);
            }
        }
    }

    private static void addContact(List<byte[]> parts, @Nullable PetitionContact contact) {
        add(parts, contact == null ? 0 : 1);
        if (contact != null) {
            add(parts, contact.name());
            add(parts, contact.phone());
            add(parts, contact.email());
            add(parts, contact.idNumber());
            add(parts, contact.representatives().size());
            contact.representatives().forEach(name -> add(parts, name));
            add(parts, contact.anonymous());
            add(parts, contact.preferredContact());
            add(parts, contact.language());
        }
    }

    /** Each with its name, and only where it is there: what was handed in before an officer could say it stays the same. */
    private static void addFromTheDesk(List<byte[]> parts, Submission submission) {
        addNamed(parts, "topic", submission.content().topic());
        addNamed(parts, "said", submission.headCount().said());
        PetitionOrigin origin = submission.origin();
        if (origin != null) {
            addNamed(parts, "body", origin.body());
            addNamed(parts, "number", origin.number());
            addNamed(parts, "receivedOn", submission.written().originReceivedOn());
            addNamed(parts, "firstReplyDueOn", origin.firstReplyDueOn());
            addNamed(parts, "dueOn", origin.dueOn());
            addNamed(parts, "returnableUntil", origin.returnableUntil());
        }
        PetitionContact contact = submission.contact();
        if (contact != null) {
            addNamed(parts, "address", contact.address());
            addNamed(parts, "remark", contact.remark());
            PetitionContact.Through through = contact.through();
            addNamed(parts, "through", through == null ? null : through.name());
            addNamed(parts, "relation", through == null ? null : through.relation());
        }
        if (submission.submitter().isAtTheDesk()) {
            addNamed(parts, "receivedAt", submission.written().receivedAt());
            submission.submitter().mentioned().forEach(officer -> addNamed(parts, "mentioned", officer));
            addNamed(parts, "phoneWritten", contact == null ? null : contact.phoneWritten());
        }
    }

    private static void addNamed(List<byte[]> parts, String name, @Nullable Object value) {
        if (value != null) {
            add(parts, name);
            add(parts, value);
        }
    }

    private static void add(List<byte[]> parts, @Nullable Object value) {
        parts.add(value == null ? new byte[0] : canonical(value.toString()));
    }

    /** A text as it counts for being the same: NFC, without white space around it. */
    public static byte[] canonical(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().getBytes(UTF_8);
    }
}
