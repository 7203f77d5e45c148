package org.redress.routing.emergencies;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.redress.platform.publishing.Ids;
import org.redress.routing.cases.Actor;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.CaseCommands;
import org.redress.routing.cases.CaseText;
import org.redress.routing.cases.Cases;
import org.redress.routing.cases.ContactPurpose;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.cases.SealedTexts;
import org.redress.routing.emergencies.Emergency.Purpose;
import org.redress.routing.emergencies.Emergency.State;
import org.redress.routing.organisation.Editions;
import org.redress.routing.organisation.Organisation;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Opens in an emergency what somebody has no right to. One asks and says why, another confirms: both without being kept
 * from the case. Who holds it is told before it is opened, and each step is in the ledger that its petitioner sees.
 */
public final class Emergencies {

    private final MongoTemplate mongo;
    private final Cases cases;
    private final CaseCommands commands;
    private final SealedTexts texts;
    private final Editions editions;
    private final InstantSource machine;

    /**
     * With what opens cases.
     *
     * @param machine the machine's time
     */
    Emergencies(
            MongoTemplate mongo,
            Cases cases,
            CaseCommands commands,
            SealedTexts texts,
            Editions editions,
            InstantSource machine) {
        this.mongo = mongo;
        this.cases = cases;
        this.commands = commands;
        this.texts = texts;
        this.editions = editions;
        this.machine = machine;
    }

    /** Asks; whether there is such a petition is told to nobody who could not know. */
    public EmergencyOutcome ask(String petitionId, Purpose purpose, String reason, Caller by) {
        if (mongo.count(Query.query(waiting().and("asker.officer").is(by.id())), Emergency.class)
                >= Emergency.MOST_WAITING) {
            return new EmergencyOutcome.Refused(EmergencyRule.TOO_MANY_WAITING);
        }
        String id = Ids.next();
        CaseText sealed = texts.seal(id, CaseText.Kind.NOTE, reason);
        return new EmergencyOutcome.Done(mongo.insert(
                new Emergency(id, petitionId, purpose, by.acting(organisation()), sealed, now(), null, null)));
    }

    private Criteria waiting() {
        return Criteria.where("confirmedAt").isNull().and("askedAt").gt(now().minus(Emergency.WAITS));
    }

    /** Those the reader asked for, and those that wait and are the reader's to confirm; the newest first. */
    public List<Emergency> of(Caller reader, int most) {
        Query query = Query.query(Criteria.where("askedAt")
                        .gt(now().minus(Emergency.WAITS).minus(Emergency.LASTS)))
                .with(Sort.by(Sort.Direction.DESC, "askedAt", "_id"))
                .limit(most);
        return mongo.find(query, Emergency.class).stream()
                .filter(each -> each.isOf(reader.id())
                        || (isWaiting(each) && toConfirm(each, reader).isPresent()))
                .toList();
    }

    /** One the reader asked for or may confirm. */
    public Optional<Emergency> find(String id, Caller reader) {
        return Optional.ofNullable(mongo.findById(id, Emergency.class))
                .filter(found ->
                        found.isOf(reader.id()) || toConfirm(found, reader).isPresent());
    }

    /** Why it is asked for; reading it is written down. */
    public String reason(Emergency emergency, Caller reader) {
        return texts.read(emergency.id(), emergency.reason(), reader.acting(organisation()));
    }

    /** Where it stands now. */
    public State standing(Emergency emergency) {
        return emergency.standing(now());
    }

    /** Confirms as the second person: first who holds the case is told, then it is written down, then it can be opened. */
    public EmergencyOutcome confirm(Emergency asked, Caller by) {
        if (asked.isOf(by.id())) {
            return new EmergencyOutcome.Refused(EmergencyRule.SECOND_PERSON);
        }
        if (!isWaiting(asked)) {
            return new EmergencyOutcome.Refused(
                    asked.confirmedAt() == null ? EmergencyRule.OVER : EmergencyRule.CONFIRMED_ONCE);
        }
        return toConfirm(asked, by)
                .map(petitionCase -> confirmed(asked, petitionCase, by.actingOn(petitionCase, organisation())))
                .orElseGet(EmergencyOutcome.Unknown::new);
    }

    private EmergencyOutcome confirmed(Emergency asked, PetitionCase petitionCase, Actor by) {
        commands.tellOfEmergency(petitionCase.id(), asked.id(), by);
        texts.confirming(petitionCase, asked.purpose().contact(), by);
        Emergency confirmed = mongo.findAndModify(
                Query.query(
                        Criteria.where("_id").is(asked.id()).and("confirmedAt").isNull()),
                new Update().set("confirmer", by).set("confirmedAt", now()),
                FindAndModifyOptions.options().returnNew(true),
                Emergency.class);
        return confirmed == null
                ? new EmergencyOutcome.Refused(EmergencyRule.CONFIRMED_ONCE)
                : new EmergencyOutcome.Done(confirmed);
    }

    /** Opens for who asked, as often as needed while it lasts; who has come to be kept from the case finds none. */
    public EmergencyOutcome open(Emergency confirmed, Caller by) {
        if (!confirmed.isOf(by.id())) {
            return new EmergencyOutcome.Unknown();
        }
        return switch (standing(confirmed)) {
            case WAITING -> new EmergencyOutcome.Refused(EmergencyRule.CONFIRMATION_FIRST);
            case OVER -> new EmergencyOutcome.Refused(EmergencyRule.OVER);
            case OPEN ->
                cases.unlessKeptFrom(confirmed.petitionId(), by.id())
                        .map(petitionCase -> opened(confirmed, petitionCase))
                        .orElseGet(EmergencyOutcome.Unknown::new);
        };
    }

    private EmergencyOutcome opened(Emergency confirmed, PetitionCase petitionCase) {
        ContactPurpose contact = confirmed.purpose().contact();
        return contact == null
                ? new EmergencyOutcome.Opened(texts.readInEmergency(petitionCase, confirmed.asker()), null)
                : new EmergencyOutcome.Opened(
                        null,
                        texts.contactInEmergency(petitionCase, contact, confirmed.asker())
                                .orElse(null));
    }

    /** The case, when the reader may let who asks into it; who asks must not be kept from it either. */
    private Optional<PetitionCase> toConfirm(Emergency asked, Caller reader) {
        return cases.unlessKeptFrom(asked.petitionId(), asked.asker().officer())
                .filter(petitionCase -> cases.mayConfirm(petitionCase.id(), reader));
    }

    private Organisation organisation() {
        return editions.active().organisation();
    }

    private boolean isWaiting(Emergency emergency) {
        return standing(emergency) == State.WAITING;
    }

    private Instant now() {
        return machine.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
