package org.redress.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.starters.Repository;

/** The zone in which the sample organisation counts its days. */
final class OrganisationZone {

    private static final ZoneId STANDARD = ZoneId.of("Asia/Shanghai");
    private static final Pattern LINE = Pattern.compile("(?m)^zone:\\s*\"?([A-Za-z/_+-]+)\"?");

    private OrganisationZone() {}

    static ZoneId read() {
        Path organisation = Repository.root().resolve("deploy/demo/configuration/organisation.yaml");
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
