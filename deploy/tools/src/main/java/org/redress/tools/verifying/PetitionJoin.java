package org.redress.tools.verifying;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Joins the four holders' documents by petition id, all in the same order, holding no more than a page of each. */
final class PetitionJoin implements Iterator<Petition> {

    private final Map<Holder, Iterator<Stored>> sources = new EnumMap<>(Holder.class);
    private final Map<Holder, Stored> heads = new EnumMap<>(Holder.class);

    PetitionJoin(Databases databases) {
        for (Holder holder : Holder.values()) {
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
    public Petition next() {
        String id = heads.values().stream()
                .map(Stored::id)
                .min(Comparator.naturalOrder())
                .orElseThrow(NoSuchElementException::new);
        Petition petition = Petition.empty(id);
        for (Holder holder : Holder.values()) {
            Stored head = heads.get(holder);
            if (head != null && head.id().equals(id)) {
                petition.put(holder, head);
                advance(holder);
            }
        }
        return petition;
    }
}
