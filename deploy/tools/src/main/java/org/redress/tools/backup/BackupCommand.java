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

/** The tool {@code backup}: copies databases as they were at one moment. */
public final class BackupCommand {

    private static final String USAGE = """
            usage: backup FOLDER [SERVICE…] [--metrics FILE] [--json]
              Copies the databases of intake, routing, notification and analytics, or of those that are named, into the
              new FOLDER, all as they were at one moment, while petitions come in. What is sealed stays sealed.
              Keys are not in it, and do not belong beside it: whoever has both can read every petition, and without the
              keys nobody ever can. Keep a copy of each service's folder of keys in another place. What the broker holds
              is not in it either.
              --metrics FILE  tells there, for the textfile collector of Prometheus' node exporter, when it was done; what
                              FILE says of services that are not copied stays
              --json          only the last line, which is JSON
            Needs MONGODB_URI of a replica set. Exit 0: FOLDER is whole; 1: it is, and the FILE of --metrics could not be
            written; 2: FOLDER is not whole, and why.""";

    private static final int NOT_TOLD = 1;

    private BackupCommand() {}

    /**
     * Takes a backup.
     *
     * @return 0, or 1 when the backup is whole and the file with its metrics could not be written
     * @throws UsageException when the arguments are wrong, the databases cannot be read or the folder cannot be written
     */
    public static int run(List<String> words, Terminal terminal) {
        Arguments arguments = Arguments.read(words, Set.of("--metrics"), Set.of("--json", "--help"));
        if (arguments.has("--help") || arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        Path folder = Path.of(arguments.operands().getFirst());
        List<String> services = services(arguments, USAGE);
        long began = System.nanoTime();
        try (MongoClient client = Installation.client(terminal)) {
            Manifest manifest = new Dump(client, Installation.prefix(terminal), BackupFolder.make(folder)).of(services);
            boolean told = told(manifest, arguments.option("--metrics"), terminal);
            if (!arguments.has("--json")) {
                show(manifest, terminal);
            }
            terminal.out().println(JsonMapper.shared().writeValueAsString(json(manifest, began)));
            return told ? 0 : NOT_TOLD;
        } catch (MongoException e) {
            throw new UsageException("The databases cannot be read: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be written, and is no whole backup: delete it. " + e);
        }
    }

    /** The services that are named after the folder, or all. */
    static List<String> services(Arguments arguments, String usage) {
        List<String> named =
                arguments.operands().subList(1, arguments.operands().size());
        if (!Installation.SERVICES.containsAll(named)) {
            throw new UsageException(usage);
        }
        return Installation.SERVICES.stream()
                .filter(service -> named.isEmpty() || named.contains(service))
                .toList();
    }

    private static boolean told(Manifest manifest, @Nullable String metrics, Terminal terminal) {
        if (metrics != null) {
            try {
                BackupMetric.write(Path.of(metrics), manifest);
            } catch (IOException e) {
                terminal.err().println("The backup is whole, and " + metrics + " cannot be written: " + e);
                return false;
            }
        }
        return true;
    }

    private static void show(Manifest manifest, Terminal terminal) {
        manifest.databases()
                .forEach(each -> terminal.out()
                        .printf("%-13s %9d documents  %12d bytes%n", each.service(), each.documents(), each.bytes()));
        terminal.out().println("All as of " + manifest.moment() + ".");
        terminal.out().println("Keys are not in it: keep a copy of them in another place.");
    }

    private static Map<String, Object> json(Manifest manifest, long began) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("moment", manifest.moment().toString());
        json.put(
                "documents",
                manifest.databases().stream()
                        .mapToLong(Manifest.Stored::documents)
                        .sum());
        json.put(
                "bytes",
                manifest.databases().stream().mapToLong(Manifest.Stored::bytes).sum());
        json.put("milliseconds", (System.nanoTime() - began) / 1_000_000);
        return json;
    }
}
