package org.redress.tools.backup;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.tools.Arguments;
import org.redress.tools.Installation;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code restore}: fills empty databases from a backup. */
public final class RestoreCommand {

    private static final String USAGE = """
            usage: restore FOLDER [SERVICE…] [--lost SERVICE,…] [--broker-settings FILE] [--json]
              Fills the databases of all services in the backup FOLDER, or of those that are named, which have to be
              empty and whose services have to be stopped. Nothing is written unless every file of FOLDER is as it was
              when the backup was taken. Broken off, the same command begins anew; start no service before it is done.
              Then start one instance of each and run 'restored' for each, then 'verify --heal'.
              Where more than one is lost, consumers of what is restored are moved to the end of what the others had
              published, since that is of a history which is lost.
              --lost SERVICE,…        services whose databases are lost too and are restored by another call, from
                                      another server; they have to be stopped as well
              --broker-settings FILE  further settings of a Kafka client, such as those of SASL and TLS
              --json                  only the last line, which is JSON
            Needs MONGODB_URI of a replica set, and KAFKA_BOOTSTRAP_SERVERS. Exit 0: done; 2: not done, and why.""";

    private static final String SETTINGS = "--broker-settings";
    private static final String LOST = "--lost";

    private RestoreCommand() {}

    /**
     * Restores a backup.
     *
     * @return 0
     * @throws UsageException when the arguments are wrong, the backup is damaged, a service still runs or a database is
     *     not empty
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        return run(words, terminal, Positions.UNTIL_FORGOTTEN);
    }

    /** The same, with how long a consumer is waited for that may have been killed a moment ago. */
    static int run(List<String> words, Terminal terminal, Duration untilForgotten) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(SETTINGS, LOST), Set.of("--json", "--help"));
        if (arguments.has("--help") || arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        List<String> services = BackupCommand.services(arguments, USAGE);
        boolean named = arguments.operands().size() > 1;
        long began = System.nanoTime();
        BackupFolder folder = BackupFolder.whole(Path.of(arguments.operands().getFirst()));
        Manifest manifest = folder.manifest();
        List<Manifest.Stored> wanted = manifest.databases().stream()
                .filter(each -> services.contains(each.service()))
                .toList();
        if (wanted.isEmpty() || (named && wanted.size() < services.size())) {
            throw new UsageException("The backup does not hold all of " + String.join(", ", services) + ".");
        }
        List<String> restored = wanted.stream().map(Manifest.Stored::service).toList();
        Set<String> lost = lost(arguments, restored);
        Positions positions = Positions.of(terminal, arguments.option(SETTINGS), untilForgotten);
        boolean quiet = arguments.has("--json");
        try (MongoClient client = Installation.client(terminal)) {
            Load load = new Load(client, Installation.prefix(terminal), folder);
            positions.requireStopped(lost);
            load.requireEmpty(wanted);
            int moved = positions.moveToEnds(restored, lost);
            load.mark(wanted);
            long documents = 0;
            for (Manifest.Stored each : wanted) {
                long put = load.fill(each);
                documents += put;
                if (!quiet) {
                    terminal.out().printf("%-13s %9d documents%n", each.service(), put);
                }
            }
            load.unmark(wanted);
            if (!quiet) {
                terminal.out()
                        .println("All as of " + manifest.moment() + ", consumers moved on " + moved
                                + " partitions. Now start one instance of each, then 'restored'.");
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("moment", manifest.moment().toString());
            json.put("documents", documents);
            json.put("moved", moved);
            json.put("milliseconds", (System.nanoTime() - began) / 1_000_000);
            terminal.out().println(JsonMapper.shared().writeValueAsString(json));
            return 0;
        } catch (MongoException | IOException e) {
            throw new UsageException("Not restored, begin anew with the same command: " + e.getMessage());
        }
    }

    private static Set<String> lost(Arguments arguments, List<String> restored) {
        Set<String> lost = new LinkedHashSet<>(restored);
        arguments.all(LOST).forEach(given -> lost.addAll(List.of(given.split(",", -1))));
        if (!Installation.SERVICES.containsAll(lost)) {
            throw new UsageException(LOST + " takes some of " + String.join(",", Installation.SERVICES) + ", not '"
                    + arguments.option(LOST) + "'.");
        }
        return lost;
    }
}
