package org.redress.tools.backup;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.tools.Arguments;
import org.redress.tools.Installation;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code restore}: fills empty databases from a backup. */
public final class RestoreCommand {

    private static final String USAGE = """
            usage: restore FOLDER [SERVICE…] [--broker-settings FILE] [--json]
              Fills the databases of all services in the backup FOLDER, or of those that are named, which have to be
              empty and whose services have to be stopped. Nothing is written unless every file of FOLDER is as it was
              when the backup was taken. Broken off, the same command begins anew; start no service before it is done.
              Then start one instance of each and run 'restored' for each, then 'verify --heal'.
              Where more than one is restored, their consumers are moved to the end of what the others had published,
              since that is of a history which is lost.
              --broker-settings FILE  further settings of a Kafka client, such as those of SASL and TLS
              --json                  only the last line, which is JSON
            Needs MONGODB_URI of a replica set, and KAFKA_BOOTSTRAP_SERVERS for more than one service. Exit 0: done; 2: not
            done, and why.""";

    private static final String SETTINGS = "--broker-settings";

    private RestoreCommand() {}

    /**
     * Restores a backup.
     *
     * @return 0
     * @throws UsageException when the arguments are wrong, the backup is damaged or a database is not empty
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(SETTINGS), Set.of("--json", "--help"));
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
        boolean quiet = arguments.has("--json");
        try (MongoClient client = Installation.client(terminal)) {
            Load load = new Load(client, Installation.prefix(terminal), folder);
            load.requireEmpty(wanted);
            int moved = wanted.size() == 1 ? 0 : moveConsumers(wanted, terminal, arguments.option(SETTINGS));
            long documents = 0;
            for (Manifest.Stored each : wanted) {
                long put = load.fill(each);
                documents += put;
                if (!quiet) {
                    terminal.out().printf("%-13s %9d documents%n", each.service(), put);
                }
            }
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

    private static int moveConsumers(List<Manifest.Stored> wanted, Terminal terminal, @Nullable String settings)
            throws InterruptedException {
        return Positions.of(terminal, settings, Positions.UNTIL_FORGOTTEN)
                .moveToEnds(wanted.stream().map(Manifest.Stored::service).toList());
    }
}
