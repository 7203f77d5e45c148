package org.redress.analytics.volume.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.analytics.volume.VolumeReader;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;
import org.redress.platform.web.UnavailableException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Understands the units and topics of a question, and names them; one that is not there is refused, never counted as nothing. */
@Component
public class Places {

    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);
    private static final String NO_TOPIC = "none";

    private final Directories directories;
    private final VolumeReader volumes;
    private final MessageSource words;

    Places(Directories directories, VolumeReader volumes, MessageSource words) {
        this.directories = directories;
        this.volumes = volumes;
        this.words = words;
    }

    /** The unit as it is; absent when none is named. */
    public @Nullable String unit(@Nullable String code) {
        if (code == null || directories.newest().has(code) || volumes.countsUnit(code)) {
            return code;
        }
        throw unknown("unit", told().units().keySet());
    }

    /** The unit with all below it; absent when none is named. */
    public @Nullable Set<String> units(@Nullable String code) {
        String unit = unit(code);
        Directory directory = directories.newest();
        return unit == null
                ? null
                : directory.unit(unit).map(directory::downwards).orElse(Set.of(unit));
    }

    /** The topic with all below it; absent when none is named. */
    public @Nullable Set<String> topics(@Nullable String code) {
        if (code == null) {
            return null;
        }
        Set<String> branch = directories.newest().topicsUnder(code);
        if (!branch.isEmpty()) {
            return branch;
        }
        if (volumes.countsTopic(code)) {
            return Set.of(code);
        }
        throw unknown("topic", told().topics().keySet());
    }

    /**
     * What a unit or a topic is called in a reader's language, its code where it is not known; absent for anything else.
     *
     * @param kind {@code unit} or {@code topic}, as answers are broken down by
     */
    public @Nullable String name(String kind, String code, Locale locale) {
        return switch (kind) {
            case "unit" -> directories.newest().unitName(code, locale);
            case "topic" ->
                code.equals(NO_TOPIC)
                        ? words.getMessage("topic.none", null, locale)
                        : directories.newest().topicName(code, locale);
            default -> null;
        };
    }

    private Directory told() {
        Directory newest = directories.newest();
        if (!newest.isKnown()) {
            throw new UnavailableException("organisation.not-told", UNTIL_TOLD);
        }
        return newest;
    }

    private static InvalidRequestException unknown(String kind, Set<String> codes) {
        String example = codes.stream().findFirst().orElse("");
        return new InvalidRequestException(List.of(new FieldProblem(
                kind, Message.of("field.no-such-" + kind), Message.of("accepted." + kind + "-code", example))));
    }
}
