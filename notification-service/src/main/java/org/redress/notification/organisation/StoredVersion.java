package org.redress.notification.organisation;

import java.util.List;
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
 */
@Document("organisation_versions")
@CompoundIndex(name = "newest", def = "{'epoch': -1, 'version': -1}")
record StoredVersion(
        @Id String id, String organisation, int epoch, int version, String name, List<Unit> units, List<Post> posts) {

    static StoredVersion of(OrganisationActivated event) {
        String organisation = event.head().aggregateId();
        int epoch = event.head().epoch();
        return new StoredVersion(
                organisation + ":" + epoch + ":" + event.version(),
                organisation,
                epoch,
                event.version(),
                event.name(),
                event.units(),
                event.posts());
    }

    Organisation toOrganisation() {
        return Organisation.of(version, units, posts);
    }
}
