package org.redress.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.redress.starters.StartFailure;

/**
 * The script that loads the sample petitions.
 *
 * @param script the script
 * @param environment addresses and a token for it
 */
record DemoLoad(Path script, Map<String, String> environment) {

    void run() {
        ProcessBuilder builder = new ProcessBuilder(script.toString()).inheritIO();
        builder.environment().putAll(environment);
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new StartFailure(
                        "The sample petitions could not be loaded: %s ended with %d.".formatted(script, code));
            }
        } catch (IOException e) {
            throw new StartFailure("%s could not be run: %s".formatted(script, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the sample petitions were loaded.", e);
        }
    }
}
