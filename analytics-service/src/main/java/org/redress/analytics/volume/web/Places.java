package org.redress.analytics.volume.web;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.organisation.Organisations;
import org.redress.analytics.volume.VolumeReader;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.UnavailableException;
import org.springframework.stereotype.Component;

/** Understands the units and topics of a question; one that is not there is refused, never counted as nothing. */
@Component
public class Places {

    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);

    private final Organisations organisations;
    private final VolumeReader volumes;

    Places(Organisations organisations, VolumeReader volumes) {
        this.organisations = organisations;
        this.volumes = volumes;
    }

    /** The unit as it is; absent when none is named. */
    public @Nullable String unit(@Nullable String code) {
        if (code == null || organisations.hasUnit(code) || volumes.countsUnit(code)) {
            return code;
        }
        throw unknown("unit", examples().unit());
    }

    /** The topic with all below it; absent when none is named. */
    public @Nullable Set<String> topics(@Nullable String code) {
        if (code == null) {
            return null;
        }
        Set<String> branch = organisations.branchOf(code);
        if (!branch.isEmpty()) {
            return branch;
        }
        if (volumes.countsTopic(code)) {
            return Set.of(code);
        }
        throw unknown("topic", examples().topic());
    }

    private Organisations.Examples examples() {
        return organisations
                .examples()
                .orElseThrow(() -> new UnavailableException("organisation.not-told", UNTIL_TOLD));
    }

    private static InvalidRequestException unknown(String kind, String example) {
        return new InvalidRequestException(List.of(new FieldProblem(
                kind, Message.of("field.no-such-" + kind), Message.of("accepted." + kind + "-code", example))));
    }
}
