package org.redress.notification.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.Unit;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version of the organisation as it is kept, for ever.
 *
 * @param id organisation and version, so that storing it again changes nothing
 * @param organisation the organisation
 * @param epoch epoch of the event that activated it
 * @param version number of the version
 * @param name name of the organisation
 * @param units the tree
 * @param posts posts and their holders
 * @param changed posts that changed hands, each with the business time of its latest change; absent before any did
 */
@Document("organisation_versions")
@CompoundIndex(name = "newest", def = "{'epoch': -1, 'version': -1}")
record StoredVersion(
        @Id String id,
        String organisation,
        int epoch,
        int version,
        String name,
        List<Unit> units,
        List<Post> posts,
        @Nullable List<Change> changed) {

    /** A post and the moment its present holder took it over. */
    record Change(String post, Instant at) {}

    /** The version that follows another; the first known follows none, and its holders were always there. */
    static StoredVersion of(OrganisationActivated event, @Nullable StoredVersion before) {
        String organisation = event.head().aggregateId();
        int epoch = event.head().epoch();
        return new StoredVersion(
                organisation + ":" + epoch + ":" + event.version(),
                organisation,
                epoch,
                event.version(),
                event.name(),
                event.units(),
                event.posts(),
                before == null ? List.of() : changes(event, before.toOrganisation()));
    }

    private static List<Change> changes(OrganisationActivated event, Organisation before) {
        Instant now = event.head().occurredAt();
        return event.posts().stream()
                .map(post -> new Change(
                        post.id(),
                        before.post(post.id())
                                .filter(held -> held.officer().equals(post.officer()))
                                .map(held -> before.heldSince(post.id()))
                                .orElse(now)))
                .filter(change -> change.at().isAfter(Instant.EPOCH))
                .toList();
    }

    Organisation toOrganisation() {
        Map<String, Instant> since =
                changed == null ? Map.of() : changed.stream().collect(Collectors.toMap(Change::post, Change::at));
        return Organisation.of(version, units, posts, since);
    }
}
