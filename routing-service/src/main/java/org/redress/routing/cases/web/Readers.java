package org.redress.routing.cases.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.routing.cases.Caller;
import org.redress.routing.cases.PetitionCase;
import org.redress.routing.configuration.Names;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Reads from a token who asks. */
final class Readers {

    private static final String PREFIX = "ROLE_";

    private Readers() {}

    static Caller of(Authentication token) {
        Set<Caller.Role> roles = token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(authority -> Stream.ofNullable(authority).flatMap(name -> role(name).stream()))
                .collect(Collectors.toSet());
        return new Caller(token.getName(), roles);
    }

    /** Says to a reader who sees the case why its words do not open. */
    static RefusedException refused(PetitionCase petitionCase, Caller reader) {
        String why = petitionCase.isLimitedFor(reader.id()) ? "case.limited" : "detail.403";
        return new RefusedException(HttpStatus.FORBIDDEN, Message.of(why));
    }

    /** Says to a reader who sees the case why its contact does not open. */
    static RefusedException notInTouch(PetitionCase petitionCase, Caller reader) {
        String why = petitionCase.isLimitedFor(reader.id()) ? "case.limited" : "case.not-in-touch";
        return new RefusedException(HttpStatus.FORBIDDEN, Message.of(why));
    }

    private static Optional<Caller.Role> role(String authority) {
        return Arrays.stream(Caller.Role.values())
                .filter(role -> authority.equals(PREFIX + Names.of(role)))
                .findFirst();
    }
}
