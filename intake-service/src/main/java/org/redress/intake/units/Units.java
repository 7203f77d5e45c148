package org.redress.intake.units;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.redress.platform.codes.Code;
import org.redress.platform.organisation.Directories;
import org.redress.platform.organisation.Directory;
import org.springframework.stereotype.Component;

/** The units of the organisation's version in force, which a petition can be addressed to or be about. */
@Component
public class Units {

    private static final int EXAMPLES = 5;

    private final Directories directories;

    Units(Directories directories) {
        this.directories = directories;
    }

    /** Whether these codes are units; what was read a moment ago answers unless it would refuse. */
    public UnitCheck check(Collection<String> codes) {
        return codes.stream().allMatch(directories.newest()::has)
                ? new UnitCheck.Known()
                : judge(codes, directories.latest());
    }

    private static UnitCheck judge(Collection<String> codes, Directory directory) {
        if (!directory.isKnown()) {
            return new UnitCheck.NotTold();
        }
        List<String> unknown =
                codes.stream().filter(code -> !directory.has(code)).distinct().toList();
        return unknown.isEmpty()
                ? new UnitCheck.Known()
                : new UnitCheck.Unknown(
                        unknown,
                        directory.units().keySet().stream().limit(EXAMPLES).toList());
    }

    /** All of them with their names in a language, in the order of the organisation; empty while it is not known. */
    public List<Code> all(Locale locale) {
        return directories.newest().unitNames().entrySet().stream()
                .map(unit -> new Code(unit.getKey(), unit.getValue().in(locale), null))
                .toList();
    }

    /** All topics with their names in a language, in the order of the tree; empty while they are not known. */
    public List<Code> topics(Locale locale) {
        return directories.newest().topics().values().stream()
                .map(topic -> new Code(topic.code(), topic.called().in(locale), topic.parent()))
                .toList();
    }

    /** Whether this is the code of a topic; every code is while no topics are known. */
    public boolean hasTopic(String code) {
        return directories.newest().topics().isEmpty()
                || directories.newest().topics().containsKey(code)
                || directories.latest().topics().containsKey(code);
    }

    /** Whether an organisation was heard of. */
    boolean areKnown() {
        return directories.newest().isKnown();
    }
}
