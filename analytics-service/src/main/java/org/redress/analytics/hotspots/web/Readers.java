package org.redress.analytics.hotspots.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.redress.analytics.hotspots.Hotspot.Reason;
import org.redress.analytics.hotspots.HotspotList.Caller;
import org.redress.analytics.hotspots.HotspotList.Matter;
import org.redress.platform.codes.Code;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;

/** Who asks, and what a request says. */
final class Readers {

    private Readers() {}

    static Caller of(Authentication who) {
        boolean overseer =
                who.getAuthorities().stream().anyMatch(authority -> "ROLE_supervisor".equals(authority.getAuthority()));
        return new Caller(who.getName(), overseer);
    }

    /** What was found; what is not there and what is somebody else's look alike. */
    static Matter found(Optional<Matter> matter) {
        return matter.orElseThrow(() -> new RefusedException(HttpStatus.NOT_FOUND, Message.of("hotspot.not-found")));
    }

    static Reason reason(String written) {
        return Arrays.stream(Reason.values())
                .filter(reason -> HotspotViews.written(reason).equals(written))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(List.of(new FieldProblem(
                        "reason",
                        Message.of("field.invalid"),
                        Message.of("accepted.one-of", String.join(", ", Code.written(Reason.class)))))));
    }
}
