package org.redress.local.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a token may say its bearer is; the names are those of the claim {@code roles}. */
public enum Role {
    /** Hands petitions in for a channel. */
    adapter,
    /** Handles the cases of the own posts and, as the head of a unit, of the units below it. */
    officer,
    /** Watches over the cases of all units and may move each on; restricted ones are hidden. */
    supervisor,
    /** Reads what was done, changes nothing. */
    auditor,
    /** Runs the installation. */
    admin,
    /** Another service. */
    service;

    /** Tells whether a person, not a program, has this role. */
    public boolean isPersonal() {
        return this != adapter && this != service;
    }

    /** Finds a role by its name. */
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Role::name).collect(Collectors.joining(", "));
    }
}
