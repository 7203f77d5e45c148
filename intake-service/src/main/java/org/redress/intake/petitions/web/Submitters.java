package org.redress.intake.petitions.web;

import org.jspecify.annotations.Nullable;
import org.redress.intake.petitions.Submitter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Reads from a token who hands something in. */
public final class Submitters {

    private Submitters() {}

    /** The adapter whose token it is; anybody without one. */
    public static Submitter of(@Nullable Authentication client) {
        return client != null && client.getAuthorities().stream().anyMatch(Submitters::isAdapter)
                ? Submitter.adapter(client.getName())
                : Submitter.PUBLIC;
    }

    private static boolean isAdapter(GrantedAuthority authority) {
        return "ROLE_adapter".equals(authority.getAuthority());
    }
}
