package org.redress.routing.cases;

import java.util.Set;
import org.redress.routing.organisation.Organisation;

/**
 * Who asks, and in which roles.
 *
 * @param id the person's id, as in the token
 * @param roles roles of the token
 */
public record Caller(String id, Set<Role> roles) {

    /** In place of a post, for who acts without one: a supervisor. */
    static final String OVERSEER = "supervisor";

    /** Roles that mean something to cases. */
    public enum Role {
        /** Works on cases of a post. */
        OFFICER,
        /** Watches over all cases but restricted ones. */
        SUPERVISOR,
        /** Reads what supervisors read, without texts. */
        AUDITOR
    }

    /** Keeps its own copy. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** True when the reader has one of the roles. */
    public boolean is(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }

    /** The post the reader acts in on a case: the owner's if it is theirs, otherwise the first of theirs. */
    public Actor actingOn(PetitionCase petitionCase, Organisation organisation) {
        String owner = petitionCase.registration().assignment().owner();
        return organisation.postsOf(id).contains(owner) ? new Actor(id, owner) : acting(organisation);
    }

    /** The first of the reader's posts. */
    public Actor acting(Organisation organisation) {
        return new Actor(id, organisation.postsOf(id).stream().findFirst().orElse(OVERSEER));
    }
}
