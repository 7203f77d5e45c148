package org.redress.local.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import org.redress.starters.StartFailure;

/** Proof that one launcher alone uses a run folder; the operating system gives it back when the process ends. */
public final class RunLock implements AutoCloseable {

    static final String FILE = "launcher.lock";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder.
     *
     * @throws StartFailure when another launcher has it
     */
    public static RunLock take(RunFolder run) {
        try {
            FileChannel channel = FileChannel.open(run.path(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartFailure(
                        "Redress already runs from %s: deploy/local/status shows it, deploy/local/down ends it."
                                .formatted(run.folder()));
            }
            return new RunLock(channel);
        } catch (IOException e) {
            throw new StartFailure("The run folder %s cannot be locked: %s".formatted(run.folder(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The lock of the run folder cannot be given back", e);
        }
    }
}
