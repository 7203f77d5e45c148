package org.redress.analytics.volume.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Reading;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** Over which cases a reader may count: exactly those he or she may open. */
@Component
public class Audience {

    private static final Set<String> SEE_ALL = Set.of("ROLE_supervisor", "ROLE_auditor");

    private final Directories directories;

    Audience(Directories directories) {
        this.directories = directories;
    }

    /** The cases that count; absent where all do. */
    public @Nullable Reading reading(Authentication reader) {
        boolean all = reader.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(authority -> authority != null && SEE_ALL.contains(authority));
        return all ? null : directories.newest().reading(reader.getName());
    }
}
