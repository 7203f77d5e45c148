package org.redress.local.signin;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody of the demo who can sign in.
 *
 * @param id the name to sign in with, and the token's subject: the officer's id in the organisation
 * @param name the name shown
 * @param post what the person is there
 * @param roles what the person may do
 */
public record Person(String id, String name, String post, Set<Role> roles) {

    /** Copies the roles. */
    public Person {
        roles = Set.copyOf(roles);
    }

    /** The same person with another post as well. */
    Person and(Person same) {
        Set<Role> both = EnumSet.copyOf(roles);
        both.addAll(same.roles);
        return new Person(id, name, post + ", " + same.post, both);
    }
}
