package org.redress.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.local.run.RunFolder;
import org.redress.starters.Repository;

/** The zone in which the organisation counts its days. */
final class OrganisationZone {

    private static final ZoneId STANDARD = ZoneId.of("Asia/Shanghai");
    private static final Pattern LINE = Pattern.compile("(?m)^zone:\\s*\"?([A-Za-z/_+-]+)\"?");

    private OrganisationZone() {}

    /** That of the organisation that runs from the folder; of the sample organisation while nothing does. */
    static ZoneId read(RunFolder run) {
        Path configuration = run.state()
                .map(state -> Path.of(state.variable("REDRESS_CONFIGURATION")))
                .orElseGet(() -> Repository.root().resolve("deploy/demo/configuration"));
        Path organisation = configuration.resolve("organisation.yaml");
        if (Files.notExists(organisation)) {
            return STANDARD;
        }
        try {
            Matcher zone = LINE.matcher(Files.readString(organisation));
            return zone.find() ? ZoneId.of(zone.group(1)) : STANDARD;
        } catch (IOException e) {
            throw new UncheckedIOException("The organisation's zone cannot be read", e);
        }
    }
}
