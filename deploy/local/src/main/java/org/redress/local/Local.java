package org.redress.local;

import java.util.Arrays;
import java.util.List;
import org.redress.local.command.Commands;
import org.redress.local.command.Terminal;

/** The program behind the scripts of {@code deploy/local}. */
public final class Local {

    private Local() {}

    /** Carries out one command and ends with its exit code: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        System.exit(new Commands(System.getenv(), Terminal.standard()).run(words));
    }
}
