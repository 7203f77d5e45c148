package org.redress.tools.verifying;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.redress.contracts.UndecodableEventException;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code verify}: proves from the databases that no petition, event or alert was lost between services. */
public final class VerifyCommand {

    private static final String USAGE = """
            usage: verify [--json]
              Compares receipts, cases and facts, each consumer's position with its producer's history, and each event
              that demands an alert with its plan. Reads only, at any time. What changed less than 60 seconds ago and
              is not yet everywhere is 'inFlight' and no difference.
              --json   only the last line, which is JSON
            Needs MONGODB_URI. Exit 0: all agree; 1: differences; 2: the databases cannot be read.""";

    private static final int DIFFERENCES = 1;
    private static final int PAGE = 2_000;
    private static final long PATIENCE_SECONDS = 10;

    private VerifyCommand() {}

    /**
     * Runs a verification.
     *
     * @return 0 when all agree, 1 when something differs
     * @throws UsageException when the arguments are wrong or the databases cannot be read
     */
    public static int run(List<String> words, Terminal terminal) {
        Arguments arguments = Arguments.read(words, Set.of(), Set.of("--json", "--help"));
        if (arguments.has("--help") || !arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        Findings findings = verify(terminal);
        if (!arguments.has("--json")) {
            findings.lines().forEach(terminal.out()::println);
        }
        terminal.out().println(JsonMapper.shared().writeValueAsString(findings.json()));
        return findings.agrees() ? 0 : DIFFERENCES;
    }

    private static Findings verify(Terminal terminal) {
        String prefix = terminal.variable("REDRESS_DATABASE_PREFIX", "redress_");
        try (MongoClient client = MongoClients.create(settings(terminal.required("MONGODB_URI")))) {
            return new Verification(new Databases(client, prefix, PAGE), InstantSource.system()).run();
        } catch (MongoException e) {
            throw new UsageException("The databases cannot be read: " + e.getMessage());
        } catch (UndecodableEventException e) {
            throw new UsageException(
                    "A stored event cannot be read (" + e.getMessage() + "). Are these tools older than the services?");
        }
    }

    private static MongoClientSettings settings(String uri) {
        try {
            return MongoClientSettings.builder()
                    .applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .applicationName("redress-verify")
                    .applyConnectionString(new ConnectionString(uri))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new UsageException("MONGODB_URI is no address of a database: " + e.getMessage());
        }
    }
}
