package org.redress.local.supervise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.run.Part;
import org.redress.local.run.RunFolder;
import org.redress.starters.StartFailure;

class SupervisorTest {

    @TempDir
    Path folder;

    /** Intake waits for what routing publishes: nobody is to wait for intake then. */
    @Test
    @Timeout(60)
    void namesThePartThatDiedAndNotTheOneThatWaitsForIt() {
        CountDownLatch waits = new CountDownLatch(1);
        try (Supervisor supervisor = supervisor(
                new Supervised(Part.INTAKE, 1, () -> new Fake(true, waits, "cannot reach routing")),
                new Supervised(Part.ROUTING, 1, () -> new Fake(false, null, "organisation.yaml:3 is missing")))) {
            assertThatThrownBy(supervisor::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("routing ended while it started. organisation.yaml:3 is missing");
            waits.countDown();
        }
    }

    private Supervisor supervisor(Supervised... parts) {
        return new Supervisor(
                RunFolder.of(Map.of("REDRESS_RUN", folder.toString())), List.of(parts), states -> {}, line -> {});
    }

    /** A part that is dead from the start, or waits for another. */
    private record Fake(boolean alive, CountDownLatch waits, String lastWords) implements Running {

        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public boolean endsWithin(Duration time) {
            return !alive;
        }

        @Override
        public void await() {
            if (waits != null) {
                try {
                    waits.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void stop(Duration patience) {}
    }
}
