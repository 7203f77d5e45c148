package org.redress.platform.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Brings what this version did not change, or does not know, back to what was stored, so that a newer one finds it. */
final class StoredParts {

    private StoredParts() {}

    /**
     * The document to be written.
     *
     * @param stored the document that was read
     * @param unchanged how this version would write it when nothing had changed
     * @param changed how it writes it now
     */
    static Document kept(Document stored, Document unchanged, Document changed) {
        Document kept = new Document();
        changed.forEach((key, value) -> kept.put(key, part(stored.get(key), unchanged.get(key), value)));
        stored.forEach((key, value) -> {
            if (!unchanged.containsKey(key)) {
                kept.putIfAbsent(key, value);
            }
        });
        return kept;
    }

    private static @Nullable Object part(
            @Nullable Object stored, @Nullable Object unchanged, @Nullable Object changed) {
        if (stored != null && Objects.equals(unchanged, changed)) {
            return stored;
        }
        if (stored instanceof Document one && unchanged instanceof Document two && changed instanceof Document three) {
            return kept(one, two, three);
        }
        if (stored instanceof List<?> one
                && unchanged instanceof List<?> two
                && changed instanceof List<?> three
                && one.size() == two.size()) {
            return elements(one, two, three);
        }
        return changed;
    }

    /** An element that is still there keeps what was stored, wherever it stands now; one in the same place is the same. */
    private static List<@Nullable Object> elements(List<?> stored, List<?> unchanged, List<?> changed) {
        List<@Nullable Object> kept = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            Object element = changed.get(i);
            boolean inPlace = i < unchanged.size() && Objects.equals(unchanged.get(i), element);
            int from = inPlace ? i : unchanged.indexOf(element);
            if (from < 0 && i < unchanged.size()) {
                from = i;
            }
            kept.add(from < 0 ? element : part(stored.get(from), unchanged.get(from), element));
        }
        return kept;
    }
}
