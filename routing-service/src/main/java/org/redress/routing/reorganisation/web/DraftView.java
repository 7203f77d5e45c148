package org.redress.routing.reorganisation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.routing.cases.OpenCases;
import org.redress.routing.configuration.Names;
import org.redress.routing.organisation.GapView;
import org.redress.routing.reorganisation.Difference;
import org.redress.routing.reorganisation.Draft;

/**
 * A draft of the organisation and what it would change.
 *
 * @param digest names it when it is put into effect
 * @param before number of the version in effect, against which it is held
 * @param changes what is added, removed and changed: organisation, units, posts, absences, duties, topics, clocks
 * @param gaps where it would leave petitions waiting
 * @param openCases how many open cases would go to others, by the unit and post that have them; not those kept from somebody
 * @param unitsToMove units that are no longer in it: each has to be named with the unit that takes its open cases
 */
record DraftView(
        String digest,
        int before,
        Map<String, List<Change>> changes,
        List<GapView> gaps,
        List<Leaving> openCases,
        List<String> unitsToMove) {

    /**
     * An entry that differs.
     *
     * @param id what names it
     * @param change added, removed or changed
     * @param fields what of it differs
     */
    record Change(String id, String change, List<FieldChange> fields) {

        private static Change of(Difference difference) {
            return new Change(
                    difference.id(),
                    Names.of(difference.kind()),
                    difference.fields().stream().map(FieldChange::of).toList());
        }
    }

    /**
     * A value that differs.
     *
     * @param field its name
     * @param from value in effect; absent where there is none
     * @param to value in the draft; absent where there is none
     */
    record FieldChange(
            String field, @Nullable String from, @Nullable String to) {

        private static FieldChange of(Difference.Field field) {
            return new FieldChange(field.name(), field.before(), field.after());
        }
    }

    /**
     * Open cases that would go to others.
     *
     * @param unit code of the unit that has them
     * @param post post that has them
     * @param cases how many
     */
    record Leaving(String unit, String post, int cases) {

        private static Leaving of(OpenCases.Share share) {
            return new Leaving(share.unit(), share.owner(), share.number());
        }
    }

    static DraftView of(Draft draft) {
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        draft.differences()
                .forEach((part, differences) ->
                        changes.put(part, differences.stream().map(Change::of).toList()));
        return new DraftView(
                draft.digest(),
                draft.before(),
                changes,
                draft.gaps().stream().map(GapView::of).toList(),
                draft.strangers().stream().map(Leaving::of).toList(),
                draft.gone());
    }
}
