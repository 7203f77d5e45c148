package org.redress.routing.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The files of a configuration as they were read, kept so that cases can be judged by the rules of their time.
 *
 * @param digest SHA-256 of the files, which is also the id
 * @param files the files, in the order of their names
 */
@Document("rulebooks")
record RulebookFiles(@Id String digest, List<TextFile> files) {

    private static final List<String> NAMES = List.of(
            RulebookReader.LOCAL_CLOCKS,
            RulebookReader.CLOCKS,
            RulebookReader.ORGANISATION,
            RulebookReader.RESPONSIBILITY,
            RulebookReader.TOPICS);

    /** A file by its name. */
    record TextFile(String name, String text) {}

    /** Reads a folder; a file that is not there is left out and told when the rulebook is read. */
    static RulebookFiles in(Path folder) {
        List<TextFile> files = NAMES.stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .map(name -> new TextFile(name, text(folder.resolve(name))))
                .toList();
        return new RulebookFiles(digest(files), files);
    }

    /** What the files say, validated whole. */
    Rulebook rulebook() {
        Map<String, String> byName = files.stream().collect(Collectors.toMap(TextFile::name, TextFile::text));
        return RulebookReader.read(byName);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration file " + file + " cannot be read", e);
        }
    }

    private static String digest(List<TextFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update(
                    (file.name() + "\n" + file.text().length() + "\n" + file.text()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
