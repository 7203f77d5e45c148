package org.redress.platform.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.redress.contracts.Topic;
import org.redress.contracts.organisation.LedgerHeadPublished;
import org.redress.contracts.organisation.OrganisationActivated;
import org.redress.contracts.organisation.OrganisationEvent;
import org.redress.platform.consuming.Consumes;
import org.redress.platform.consuming.EventHandler;
import org.redress.platform.consuming.Position;
import org.redress.platform.consuming.Received;
import org.redress.platform.consuming.Source;

/** Follows the versions of the organisation; its offsets are its own, so that a service that begins with it reads all. */
@Consumes(value = Topic.ORGANISATION, as = "directory")
final class DirectoryEventHandler implements EventHandler<OrganisationEvent> {

    private final Directories directories;
    private final LedgerHeadListener heads;

    DirectoryEventHandler(Directories directories, LedgerHeadListener heads) {
        this.directories = directories;
        this.heads = heads;
    }

    @Override
    public Map<Source, Position> positions(Collection<Source> sources) {
        return directories.positions(sources);
    }

    @Override
    public void apply(List<Received<OrganisationEvent>> batch) {
        for (Received<OrganisationEvent> received : batch) {
            switch (received.event()) {
                case OrganisationActivated activated ->
                    directories.keep(activated, received.before(), received.after());
                case LedgerHeadPublished head -> {
                    // Before the position moves, where a repetition finds it.
                    heads.keep(head);
                    park(received.source(), received.before(), received.after());
                }
            }
        }
    }

    @Override
    public void park(Source source, Position before, Position after) {
        directories.park(source, before, after);
    }
}
