package org.redress.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.Head;
import org.redress.contracts.Sealed;
import org.redress.contracts.cases.CaseEvent;
import org.redress.contracts.submissions.PetitionSubmitted;
import org.redress.contracts.submissions.PetitionSupplemented;
import org.redress.contracts.submissions.PetitionWithdrawn;
import org.redress.contracts.submissions.SubmissionEvent;

/** A petition's life, drawn step by step: what it asks for is the same in each of its epochs. */
final class Life {

    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final Sealed SEALED = new Sealed("none", "key", new byte[] {1}, new byte[] {2});

    private final String id;
    private final Random random;
    private final String purpose;
    private final Instant receivedAt;
    private final @Nullable Sealed contact;

    Life(String id, Random random) {
        this.id = id;
        this.random = random;
        this.purpose = random.nextInt(6) == 0 ? "report" : random.nextBoolean() ? "appeal" : "suggestion";
        this.receivedAt = START.plus(Duration.ofHours(random.nextInt(72)));
        this.contact = random.nextInt(3) == 0 ? null : SEALED;
    }

    List<SubmissionEvent> submissions() {
        List<SubmissionEvent> events = new ArrayList<>(submissions(1));
        if (random.nextInt(6) == 0) {
            events.addAll(submissions(2));
        }
        return List.copyOf(events);
    }

    private List<SubmissionEvent> submissions(int epoch) {
        List<SubmissionEvent> events = new ArrayList<>();
        events.add(submitted(head("submission", epoch, 1)));
        int supplements = random.nextInt(3);
        for (int i = 0; i < supplements; i++) {
            Head head = head("submission", epoch, events.size() + 1);
            events.add(new PetitionSupplemented(head, id + "-r" + i, head.occurredAt(), SEALED, null));
        }
        if (random.nextInt(4) == 0) {
            Head head = head("submission", epoch, events.size() + 1);
            events.add(new PetitionWithdrawn(head, id + "-w", head.occurredAt(), null));
        }
        return events;
    }

    private PetitionSubmitted submitted(Head head) {
        return new PetitionSubmitted(
                head,
                "receipt of " + id,
                "web",
                purpose,
                null,
                receivedAt,
                head.occurredAt(),
                null,
                1,
                true,
                contact == null,
                null,
                null,
                SEALED,
                contact);
    }

    /** After a restore from backup a second epoch begins, whose first event replaces all of the first one. */
    List<CaseEvent> cases() {
        boolean restricted = purpose.equals("report") || random.nextInt(8) == 0;
        CaseLife first = new CaseLife(this, random, 1, restricted);
        List<CaseEvent> events = new ArrayList<>(first.events());
        if (random.nextInt(4) == 0) {
            events.addAll(new CaseLife(this, random, 2, first.restricted()).events());
        }
        return List.copyOf(events);
    }

    Head head(String stream, int epoch, long sequence) {
        String event = id + "." + stream + "." + epoch + "." + sequence;
        return new Head(event, id, id, sequence, epoch, START.plus(Duration.ofDays(10L * epoch + sequence)));
    }

    String purpose() {
        return purpose;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** Id of a request of the petitioner's. */
    String request(int number) {
        return id + "-r" + number;
    }
}
