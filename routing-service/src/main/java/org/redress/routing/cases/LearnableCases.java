package org.redress.routing.cases;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.redress.contracts.submissions.PetitionContent;
import org.redress.platform.looping.Loop;
import org.redress.platform.publishing.AggregateStore;
import org.redress.routing.cases.HistoryEntry.What;
import org.redress.routing.procedure.Purpose;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The cases whose topic a person decided on, opened for learning from them; each opening is written down before it happens.
 * What is kept from anybody, and what is a report, is never among them.
 */
public final class LearnableCases {

    private static final int AT_ONCE = 200;

    private final MongoTemplate mongo;
    private final AggregateStore<PetitionCase> store;
    private final SealedTexts texts;

    LearnableCases(MongoTemplate mongo, AggregateStore<PetitionCase> store, SealedTexts texts) {
        this.mongo = mongo;
        this.store = store;
        this.texts = texts;
    }

    /**
     * What can be learned from a case.
     *
     * @param petitionId id of its petition
     * @param petitioner keyed token of the petitioner; blank when unknown
     * @param subject its subject, without what is blacked out
     * @param text its text, without what is blacked out
     * @param topic code of its topic
     */
    public record Lesson(String petitionId, String petitioner, String subject, String text, String topic) {}

    /** The newest of them, at most so many. */
    public List<Lesson> newest(int most) {
        List<String> ids = ids(most);
        List<Lesson> lessons = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Loop.comesForward();
            lessons.addAll(lessons(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
        return lessons;
    }

    private List<Lesson> lessons(List<String> ids) {
        List<PetitionCase> some = store.findAll(ids).read().stream()
                .filter(LearnableCases::mayBeRead)
                .toList();
        List<PetitionContent> contents = texts.learnedFrom(some);
        List<Lesson> lessons = new ArrayList<>();
        for (int at = 0; at < some.size(); at++) {
            Registration found = some.get(at).registration();
            String topic = found.topic();
            String petitioner = found.petition().petitioner();
            if (topic != null) {
                lessons.add(new Lesson(
                        some.get(at).id(),
                        petitioner == null ? "" : petitioner,
                        contents.get(at).subject(),
                        contents.get(at).text(),
                        topic));
            }
        }
        return lessons;
    }

    /** Looked at again in the case itself, which may have changed since it was found. */
    private static boolean mayBeRead(PetitionCase petitionCase) {
        return !petitionCase.apart()
                && !petitionCase.isLimited()
                && petitionCase.registration().petition().purpose() != Purpose.REPORT
                && !petitionCase.registration().isThanks();
    }

    private List<String> ids(int most) {
        Query query = Query.query(Criteria.where("ordinary")
                        .is(true)
                        .and("registration.petition.purpose")
                        .nin(Purpose.REPORT, Purpose.THANKS)
                        .orOperator(chosen(), letStand()))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(most);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(PetitionCase.class)).stream()
                .map(found -> found.getString("_id"))
                .toList();
    }

    /** A person corrected the topic. */
    private static Criteria chosen() {
        return Criteria.where("registration.classification.chosenBy").exists(true);
    }

    /** A rule found it, and a person screened or accepted the case and let it stand. What a model found teaches it nothing. */
    private static Criteria letStand() {
        return Criteria.where("registration.classification.matches.0")
                .exists(true)
                .and("registration.classification.learned")
                .exists(false)
                .and("history")
                .elemMatch(Criteria.where("what")
                        .in(What.ACCEPTED.name(), What.SCREENED.name())
                        .and("officer")
                        .exists(true));
    }
}
