package org.redress.notification.organisation;

import java.util.List;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.Unit;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version of the organisation as it is kept, for ever.
 *
 * @param id organisation and version, so that storing it again changes nothing
 * @param organisation the organisation
 * @param version number of the version
 * @param name name of the organisation
 * @param units the tree
 * @param posts posts and their holders
 */
@Document("organisation_versions")
record StoredVersion(
        @Id String id, String organisation, @Indexed int version, String name, List<Unit> units, List<Post> posts) {

    static StoredVersion of(OrganisationActivated event) {
        String organisation = event.head().aggregateId();
        return new StoredVersion(
                organisation + ":" + event.version(),
                organisation,
                event.version(),
                event.name(),
                event.units(),
                event.posts());
    }

    Organisation toOrganisation() {
        return Organisation.of(version, units, posts);
    }
}
