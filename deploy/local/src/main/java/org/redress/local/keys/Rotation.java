package org.redress.local.keys;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.redress.local.run.Part;
import org.redress.starters.StartFailure;

/**
 * Puts a newer key in the place of each, in the order in which no service ever meets a key that it does not have: given to
 * all who open or verify, then, when they have it in use, made the one to seal and digest with. The older ones stay.
 *
 * <p>Where it stands is told by the files alone, so that one that was killed is finished by the next.
 */
public final class Rotation {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ASK_EVERY = Duration.ofMillis(200);

    private final KeyFiles files;
    private final Predicate<Wanted> inUse;
    private final Duration settling;

    /**
     * Rotates the keys in these files.
     *
     * @param inUse whether all instances that can be asked have in use what is wanted
     * @param settling how long to wait besides, for instances that cannot be asked
     */
    public Rotation(KeyFiles files, Predicate<Wanted> inUse, Duration settling) {
        this.files = files;
        this.inUse = inUse;
        this.settling = settling;
    }

    /**
     * Rotates these keys, or only finishes what an earlier rotation left unfinished; returns those it rotated.
     *
     * @throws StartFailure when a service does not take up a key within 2 minutes, or another rotation is under way
     */
    public List<KeyPlan> rotate(List<KeyPlan> asked) {
        try (FileChannel channel = FileChannel.open(
                        files.folder().resolve("rotation.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new StartFailure("Another rotation is under way in %s.".formatted(files.folder()));
            }
            List<KeyPlan> unfinished =
                    KeyPlan.rotating().stream().filter(files::isUnfinished).toList();
            return inOrder(unfinished.isEmpty() ? asked : unfinished);
        } catch (IOException e) {
            throw new StartFailure("The keys in %s cannot be locked: %s".formatted(files.folder(), e.getMessage()), e);
        }
    }

    private List<KeyPlan> inOrder(List<KeyPlan> plans) {
        plans.forEach(this::requireOneSource);
        plans.forEach(this::offer);
        plans.forEach(this::awaitHolders);
        settle();
        plans.forEach(this::promote);
        plans.forEach(this::awaitEveryone);
        settle();
        return plans;
    }

    /** Only the first holder's keys are spread: what another one had besides would be lost. */
    private void requireOneSource(KeyPlan plan) {
        List<String> known = files.held(plan).ids();
        for (KeyPlan.Place place : plan.places()) {
            if (!known.containsAll(files.read(place).ids())) {
                throw new StartFailure("%s of %s holds a key that others lack: nothing was changed."
                        .formatted(place.file(), place.service().label()));
            }
        }
    }

    private void offer(KeyPlan plan) {
        Keyset held = files.held(plan);
        files.give(plan, files.isUnfinished(plan) ? held : held.withAnother());
    }

    private void promote(KeyPlan plan) {
        Keyset keys = files.held(plan).withNewestPrimary();
        files.give(plan, keys);
        files.publish(plan, keys);
    }

    private void awaitHolders(KeyPlan plan) {
        String newest = files.held(plan).newest();
        plan.places().stream()
                .filter(plan::isSecret)
                .forEach(place -> await(new Wanted(place.service(), place.file(), newest, false)));
    }

    private void awaitEveryone(KeyPlan plan) {
        String newest = files.held(plan).newest();
        plan.places().forEach(place -> await(new Wanted(place.service(), place.file(), newest, true)));
    }

    private void await(Wanted wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!inUse.test(wanted)) {
            if (System.nanoTime() > end) {
                throw new StartFailure(
                        "%s did not take up %s within %d minutes: its log says why. Nothing is lost; the same command goes on."
                                .formatted(wanted.service().label(), wanted.file(), PATIENCE.toMinutes()));
            }
            LockSupport.parkNanos(ASK_EVERY.toNanos());
        }
    }

    private void settle() {
        long end = System.nanoTime() + settling.toNanos();
        for (long left = settling.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * What a service is to have in use before the next step.
     *
     * @param service the service
     * @param file name of the file in its folder
     * @param key id of the key
     * @param primary whether it is to seal or digest with it already
     */
    public record Wanted(Part service, String file, String key, boolean primary) {}
}
