package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Joins the documents of a family by their ids, all in the same order, holding no more than a page of each. */
final class SubjectJoin implements Iterator<Subject> {

    private final Map<Holder, Iterator<Stored>> sources = new EnumMap<>(Holder.class);
    private final Map<Holder, Stored> heads = new EnumMap<>(Holder.class);

    SubjectJoin(Databases databases, Family family) {
        List<Holder> holders = new ArrayList<>(family.producers());
        holders.addAll(family.followers());
        for (Holder holder : holders) {
            sources.put(holder, databases.all(holder));
            advance(holder);
        }
    }

    private void advance(Holder holder) {
        Iterator<Stored> source = sources.get(holder);
        if (source != null && source.hasNext()) {
            heads.put(holder, source.next());
        } else {
            heads.remove(holder);
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Subject next() {
        String id = heads.values().stream()
                .map(Stored::id)
                .min(Comparator.naturalOrder())
                .orElseThrow(NoSuchElementException::new);
        Subject subject = Subject.empty(id);
        for (Holder holder : sources.keySet()) {
            Stored head = heads.get(holder);
            if (head != null && head.id().equals(id)) {
                subject.put(holder, head);
                advance(holder);
            }
        }
        return subject;
    }
}
