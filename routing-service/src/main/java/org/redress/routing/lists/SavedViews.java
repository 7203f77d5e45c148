package org.redress.routing.lists;

import java.util.List;
import org.bson.Document;
import org.redress.platform.words.Characters;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The views that each officer has kept, for that officer alone; what a view shows is asked for anew each time. */
public final class SavedViews {

    /** Most views of one officer. */
    public static final int MOST = 20;

    /** Longest name, in characters. */
    public static final int LONGEST_NAME = 40;

    private static final String COLLECTION = "views";
    private static final String OFFICER = "officer";
    private static final String NAME = "name";
    private static final String QUERY = "query";

    private final MongoTemplate mongo;

    SavedViews(MongoTemplate mongo) {
        this.mongo = mongo;
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(OFFICER, Sort.Direction.ASC)
                        .on(NAME, Sort.Direction.ASC)
                        .unique());
    }

    /**
     * Keeps a view, in place of the one that had its name.
     *
     * @return false where the name is blank, too long or of several lines, and where the officer has kept as many as there can be
     */
    public boolean keep(String officer, String name, String query) {
        List<SavedView> kept = of(officer);
        boolean known = kept.stream().anyMatch(view -> view.name().equals(name));
        if (Characters.isInvisible(name)
                || name.length() > LONGEST_NAME
                || name.lines().count() > 1
                || (!known && kept.size() >= MOST)) {
            return false;
        }
        mongo.upsert(of(officer, name), new Update().set(QUERY, query), COLLECTION);
        return true;
    }

    /** Forgets a view; where there is none, nothing happens. */
    public void forget(String officer, String name) {
        mongo.remove(of(officer, name), COLLECTION);
    }

    /** The views of an officer, by name. */
    public List<SavedView> of(String officer) {
        Query query = Query.query(Criteria.where(OFFICER).is(officer)).with(Sort.by(NAME));
        return mongo.find(query, Document.class, COLLECTION).stream()
                .map(found -> new SavedView(found.getString(NAME), found.getString(QUERY)))
                .toList();
    }

    private static Query of(String officer, String name) {
        return Query.query(Criteria.where(OFFICER).is(officer).and(NAME).is(name));
    }
}
