package org.redress.routing.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an officer has begun to write.
 *
 * @param of where it belongs
 * @param fields the fields of its form, by name
 * @param version version of the case that the officer saw then
 * @param key key of its form, under which it would be taken; absent where the form had none
 * @param savedAt when it was saved last, in business time
 */
public record Draft(
        Of of,
        Map<String, List<String>> fields,
        long version,
        @Nullable String key,
        Instant savedAt) {

    /**
     * Where a draft belongs: each officer has one for each step of a case.
     *
     * @param petitionId id of the case
     * @param officer id of its writer
     * @param step name of the step
     */
    public record Of(String petitionId, String officer, String step) {

        String id() {
            return petitionId + " " + officer + " " + step;
        }

        /** The name under which it is sealed: moved to another officer or step, it does not open. */
        String field() {
            return "draft " + officer + " " + step;
        }
    }
}
