package org.redress.bench.faults.judging;

import java.io.IOException;
import java.nio.file.Path;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.StateFile;

/**
 * Where evidence is read.
 *
 * @param database address of the database
 * @param databasePrefix what the services' databases begin with
 * @param broker address of the broker
 * @param topicPrefix what the topics begin with
 * @param mails folder of the mails
 */
public record Sources(String database, String databasePrefix, String broker, String topicPrefix, Path mails) {

    /** Those of a running stack. */
    public static Sources of(RunningStack stack) throws IOException {
        StateFile state = stack.state();
        return new Sources(
                state.variable("MONGODB_URI"),
                "redress_",
                state.variable("KAFKA_BOOTSTRAP_SERVERS"),
                "",
                stack.folder().resolve("mail"));
    }
}
