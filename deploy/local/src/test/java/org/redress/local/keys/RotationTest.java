package org.redress.local.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.keys.KeyPlan.Place;
import org.redress.local.run.RunFolder;
import org.redress.starters.Secrets;
import org.redress.starters.StartFailure;

class RotationTest {

    private static final byte[] TEXT = {1, 2, 3};
    private static final byte[] NOTHING = {};

    @TempDir
    Path folder;

    private KeyFiles files;

    @BeforeEach
    void makesKeys() {
        RunFolder run = RunFolder.of(Map.of("REDRESS_RUN", folder.toString()));
        KeyFiles.prepare(run);
        files = KeyFiles.in(run);
    }

    /** The process ends here. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Lets so many steps happen, and then no more: a write to a file, or a question to a service. */
    private static final class Steps {

        private final int allowed;
        private int taken;

        Steps(int allowed) {
            this.allowed = allowed;
        }

        void next() {
            if (taken == allowed) {
                throw new Killed();
            }
            taken++;
        }
    }

    @Test
    void makesANewerKeyThePrimaryOneEverywhereAndKeepsTheOlder() throws Exception {
        byte[] sealed = seal("content");
        byte[] contact = seal("contact");
        byte[] digest = digesting("receipts").computeMac(TEXT);
        List<String> before = files.held(KeyPlan.CONTENT).ids();

        List<KeyPlan> rotated = rotation(new Steps(Integer.MAX_VALUE)).rotate(KeyPlan.rotating());

        assertThat(rotated).containsExactly(KeyPlan.CONTENT, KeyPlan.CONTACT, KeyPlan.RECEIPTS, KeyPlan.LEDGER);
        assertRotatedOnce();
        assertThat(files.held(KeyPlan.CONTENT).ids().getFirst()).isEqualTo(before.getFirst());
        assertThat(open("routing", "content", sealed)).isEqualTo(TEXT);
        assertThat(open("notification", "contact", contact)).isEqualTo(TEXT);
        assertThat(open("routing", "content", seal("content"))).isEqualTo(TEXT);
        assertThat(open("notification", "contact", seal("contact"))).isEqualTo(TEXT);
        digesting("receipts").verifyMac(digest, TEXT);
        assertThat(digesting("receipts").computeMac(TEXT)).isNotEqualTo(digest);
    }

    @Test
    void sealsWithNothingThatNotAllWhoOpenHaveInUse() {
        Set<Rotation.Wanted> asked = new HashSet<>();
        Rotation rotation = new Rotation(
                files,
                wanted -> {
                    asked.add(wanted);
                    for (KeyPlan plan : KeyPlan.rotating()) {
                        if (files.held(plan).primary().equals(files.held(plan).newest())) {
                            assertThat(asked).contains(opening(plan));
                        }
                    }
                    return true;
                },
                Duration.ZERO);

        rotation.rotate(KeyPlan.rotating());

        assertThat(asked).hasSize(5 + 7);
    }

    private Rotation.Wanted[] opening(KeyPlan plan) {
        return plan.places().stream()
                .filter(plan::isSecret)
                .map(place -> new Rotation.Wanted(
                        place.service(), place.file(), files.held(plan).newest(), false))
                .toArray(Rotation.Wanted[]::new);
    }

    @Test
    void endsRightWhereverItWasKilledBefore() throws IOException {
        Path kept = folder.resolve("kept");
        copy(folder.resolve("keys"), kept);
        boolean ended = false;
        int steps = 0;
        for (; !ended; steps++) {
            copy(kept, folder.resolve("keys"));
            ended = ends(rotation(new Steps(steps)));

            // A service that starts now can open whatever is sealed now.
            for (KeyPlan plan : KeyPlan.rotating()) {
                assertAllOpen(plan);
            }
            if (!ended) {
                List<KeyPlan> unfinished =
                        KeyPlan.rotating().stream().filter(files::isUnfinished).toList();
                List<KeyPlan> rotated = rotation(new Steps(Integer.MAX_VALUE)).rotate(KeyPlan.rotating());
                assertThat(rotated).isEqualTo(unfinished.isEmpty() ? KeyPlan.rotating() : unfinished);
                rotated.forEach(this::assertNewestIsPrimary);
                if (!unfinished.isEmpty()) {
                    assertThat(unfinished)
                            .allSatisfy(
                                    plan -> assertThat(files.held(plan).ids()).hasSize(2));
                }
            }
        }
        assertThat(steps).as("5 + 7 writes, 5 + 7 questions, and its end").isEqualTo(25);
    }

    private static boolean ends(Rotation rotation) {
        try {
            rotation.rotate(KeyPlan.rotating());
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    @Test
    void refusesKeysThatItsSourceLacksAndChangesNothing() throws IOException {
        Path notification = folder.resolve("keys/notification/contact.private.json");
        Secrets.write(notification, Keyset.generate(true).secretJson());
        String content = Files.readString(folder.resolve("keys/routing/content.private.json"));

        assertThatThrownBy(() -> rotation(new Steps(Integer.MAX_VALUE)).rotate(KeyPlan.rotating()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("contact.private.json of notification");
        assertThat(folder.resolve("keys/routing/content.private.json")).hasContent(content);
    }

    @Test
    void refusesASecondRotationAtOnce() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("keys/rotation.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> rotation(new Steps(Integer.MAX_VALUE)).rotate(KeyPlan.rotating()))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void leavesFilesForTheirOwnerAlone() throws IOException {
        new Rotation(files, wanted -> true, Duration.ZERO).rotate(KeyPlan.rotating());

        for (KeyPlan plan : KeyPlan.values()) {
            for (Place place : plan.places()) {
                assertThat(Files.getPosixFilePermissions(file(place)))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
    }

    private Rotation rotation(Steps steps) {
        KeyFiles written = new KeyFiles(files.folder(), (file, content) -> {
            steps.next();
            Files.writeString(file, content);
        });
        return new Rotation(
                written,
                wanted -> {
                    steps.next();
                    return true;
                },
                Duration.ZERO);
    }

    private void assertRotatedOnce() {
        for (KeyPlan plan : KeyPlan.rotating()) {
            assertThat(files.held(plan).ids()).hasSize(2);
            assertNewestIsPrimary(plan);
        }
        assertThat(files.held(KeyPlan.PSEUDONYMS).ids()).hasSize(1);
    }

    private void assertNewestIsPrimary(KeyPlan plan) {
        List<String> ids = files.held(plan).ids();
        assertThat(plan.places())
                .allSatisfy(place -> assertThat(files.read(place).ids()).isEqualTo(ids))
                .allSatisfy(place -> assertThat(files.read(place).primary()).isEqualTo(ids.getLast()));
    }

    /** Whatever seals or digests is a key that every holder has. */
    private void assertAllOpen(KeyPlan plan) {
        for (Place sealing : plan.places()) {
            String primary = files.read(sealing).primary();
            assertThat(plan.places())
                    .filteredOn(plan::isSecret)
                    .allSatisfy(holder -> assertThat(files.read(holder).ids()).contains(primary));
        }
    }

    private byte[] seal(String name) throws Exception {
        return parse("intake", name + ".public.json")
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(TEXT, NOTHING);
    }

    private byte[] open(String service, String name, byte[] sealed) throws Exception {
        return parse(service, name + ".private.json")
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(sealed, NOTHING);
    }

    private Mac digesting(String name) throws Exception {
        return parse("intake", name + ".json").getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    private KeysetHandle parse(String service, String name) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(folder.resolve("keys").resolve(service).resolve(name)),
                RegistryConfiguration.get(),
                InsecureSecretKeyAccess.get());
    }

    private Path file(Place place) {
        return folder.resolve("keys").resolve(place.service().label()).resolve(place.file());
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.filter(Files::isRegularFile).forEach(found::add);
        }
        for (Path file : found) {
            Path copy = to.resolve(from.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
