package org.redress.platform.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.contracts.Sealed;

/** Keys change under a running service, and whatever is wrong with a file leaves those in use as they are. */
class FollowedKeysTest {

    private static final String OWNER_ONLY = "rw-------";
    private static final String PRIVATE = "content.private.json";
    private static final String PUBLIC = "content.public.json";
    private static final byte[] TEXT = "来信".getBytes(UTF_8);

    private final KeysetHandle first = SampleKeys.keyPair();
    private final KeysetHandle added = SampleKeys.withAnother(first);
    private final KeysetHandle rotated = SampleKeys.withNewestPrimary(added);

    @TempDir
    private Path folder;

    private KeyFiles keys;

    @BeforeEach
    void holdsAKeyPair() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        write(PRIVATE, first);
        write(PUBLIC, SampleKeys.publicOf(first));
        write("receipts.json", SampleKeys.hmac());
        keys = new KeyFiles(folder);
    }

    @Test
    void opensWhatWasSealedBeforeAndAfterTheKeyChanged() throws IOException {
        Sealer sealer = keys.sealer("content");
        Opener opener = keys.opener("content");
        Sealed before = seal(sealer);

        write(PRIVATE, added);
        keys.follow();
        Sealed between = seal(sealer);
        write(PRIVATE, rotated);
        write(PUBLIC, SampleKeys.publicOf(rotated));
        keys.follow();
        Sealed after = seal(sealer);

        assertThat(open(opener, before)).isEqualTo(TEXT);
        assertThat(open(opener, between)).isEqualTo(TEXT);
        assertThat(open(opener, after)).isEqualTo(TEXT);
        assertThat(between.keyId()).as("the data key of this minute").isEqualTo(before.keyId());
        assertThat(after.keyId()).as("a data key for the new key").isNotEqualTo(before.keyId());
        assertThat(keyOf(before)).isEqualTo(primary(first)).isNotEqualTo(keyOf(after));
        assertThat(keyOf(after)).isEqualTo(primary(rotated));
        assertThat(after.algorithm()).as("the same algorithm under another key").isEqualTo(before.algorithm());
    }

    @Test
    void opensWithAKeyThatCameAMomentAgoWithoutWaitingForTheNextLook() throws IOException {
        Opener opener = keys.opener("content");
        Sealer ahead = new Sealer(SampleKeys.publicOf(rotated));
        write(PRIVATE, rotated);

        assertThat(open(opener, seal(ahead))).isEqualTo(TEXT);
    }

    @Test
    void opensWhatWasSealedBeforeThoughTheServiceStartsAnew() throws IOException {
        Sealed before = seal(keys.sealer("content"));
        write(PRIVATE, rotated);

        assertThat(open(new KeyFiles(folder).opener("content"), before)).isEqualTo(TEXT);
    }

    @Test
    void sealsUnderTheNewKeyForTheHoldersOfTheSamePrivateOne() throws IOException {
        Sealer sealer = keys.ownSealer("content");
        assertThat(keyOf(seal(sealer))).isEqualTo(primary(first));

        write(PRIVATE, rotated);
        keys.follow();

        assertThat(keyOf(seal(sealer))).isEqualTo(primary(rotated));
    }

    @Test
    void verifiesDigestsOfTheKeyBefore() throws IOException {
        Mac mac = keys.mac("receipts");
        String before = mac.keyId();
        byte[] digest = mac.mac(TEXT);

        write("receipts.json", SampleKeys.withNewestPrimary(SampleKeys.withAnother(read("receipts.json"))));
        keys.follow();

        assertThat(mac.keyId()).isNotEqualTo(before);
        assertThat(mac.macUnder(before, TEXT)).isEqualTo(digest);
        assertThat(mac.macsUnderAll(TEXT)).containsExactly(mac.mac(TEXT), digest);
    }

    /** What may be wrong with a file that changed. */
    private enum Harm {
        HALF_WRITTEN {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                String json = SampleKeys.json(test.rotated);
                SampleKeys.write(test.folder, PRIVATE, json.substring(0, json.length() / 2), OWNER_ONLY);
            }
        },
        EMPTY {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                SampleKeys.write(test.folder, PRIVATE, "", OWNER_ONLY);
            }
        },
        WITHOUT_A_PRIMARY_KEY {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                String json =
                        SampleKeys.json(test.rotated).replaceFirst("\"primaryKeyId\":\\s*\\d+", "\"primaryKeyId\":7");
                SampleKeys.write(test.folder, PRIVATE, json, OWNER_ONLY);
            }
        },
        READABLE_BY_OTHERS {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                SampleKeys.write(test.folder, PRIVATE, SampleKeys.json(test.rotated), "rw-r--r--");
            }
        },
        IN_A_FOLDER_OTHERS_MAY_ENTER {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                test.write(PRIVATE, test.rotated);
                Files.setPosixFilePermissions(test.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        },
        GONE {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                Files.delete(test.folder.resolve(PRIVATE));
            }
        },
        OF_ANOTHER_KIND {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                test.write(PRIVATE, SampleKeys.hmac());
            }
        },
        WITHOUT_THE_KEY_IN_USE {
            @Override
            void to(FollowedKeysTest test) throws IOException {
                test.write(PRIVATE, SampleKeys.keyPair());
            }
        };

        abstract void to(FollowedKeysTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheKeysInUseWhileSomethingIsWrongWithTheirFile(Harm harm) throws IOException {
        Sealer sealer = keys.ownSealer("content");
        Opener opener = keys.opener("content");
        Sealed before = seal(sealer);

        harm.to(this);
        keys.follow();

        assertThat(open(opener, before)).isEqualTo(TEXT);
        assertThat(keyOf(seal(sealer))).isEqualTo(primary(first));
        assertThat(keys.refused()).isEqualTo(2);
        assertThat(keys.loaded())
                .isNotEmpty()
                .allSatisfy(kept -> assertThat(kept.refused()).contains(folder.toString()))
                .allSatisfy(kept -> assertThat(kept.keys()).containsExactly(primary(first)));

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        write(PRIVATE, rotated);
        keys.follow();

        assertThat(keys.refused()).isZero();
        assertThat(keyOf(seal(sealer))).isEqualTo(primary(rotated));
    }

    @Test
    void tellsWhichKeysAreInUseAndNothingOfThem() throws IOException {
        keys.sealer("content");
        keys.mac("receipts");
        write(PUBLIC, SampleKeys.publicOf(added));
        keys.follow();

        assertThat(new KeysEndpoint(keys).read().files())
                .containsExactly(
                        new LoadedKeys(PUBLIC, primary(first), List.of(primary(first), newest(added)), null),
                        new LoadedKeys(
                                "receipts.json",
                                primary(read("receipts.json")),
                                List.of(primary(read("receipts.json"))),
                                null));
    }

    private static Sealed seal(Sealer sealer) {
        return sealer.seal("p", "content", TEXT);
    }

    private static byte[] open(Opener opener, Sealed sealed) {
        return opener.open("p", "content", sealed);
    }

    /** Tink writes the id of the key, four bytes, behind one that tells so. */
    private static String keyOf(Sealed sealed) {
        byte[] key = sealed.sealedKey();
        return Integer.toHexString(ByteBuffer.wrap(key, 1, Integer.BYTES).getInt());
    }

    private static String primary(KeysetHandle keys) {
        return KeyFile.idOf(keys.getPrimary());
    }

    private static String newest(KeysetHandle keys) {
        return KeyFile.idOf(keys.getAt(keys.size() - 1));
    }

    private KeysetHandle read(String name) throws IOException {
        return SampleKeys.read(Files.readString(folder.resolve(name)));
    }

    private void write(String name, KeysetHandle keys) throws IOException {
        SampleKeys.write(folder, name, SampleKeys.json(keys), OWNER_ONLY);
    }
}
