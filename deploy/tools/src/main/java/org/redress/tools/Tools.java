package org.redress.tools;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.redress.tools.backup.BackupCommand;
import org.redress.tools.backup.RestoreCommand;
import org.redress.tools.importing.ImportCommand;
import org.redress.tools.organising.OrganisationCommand;
import org.redress.tools.training.TopicsCommand;
import org.redress.tools.verifying.MailsCommand;
import org.redress.tools.verifying.ParkedCommand;
import org.redress.tools.verifying.RebuildCommand;
import org.redress.tools.verifying.RedriveCommand;
import org.redress.tools.verifying.RestoredCommand;
import org.redress.tools.verifying.VerifyCommand;

/**
 * Runs one of the tools: {@code import}, {@code verify}, {@code parked}, {@code redrive}, {@code backup}, {@code restore},
 * {@code restored}, {@code rebuild}, {@code mails}, {@code organisation} or {@code topics}.
 */
public final class Tools {

    private static final String USAGE = """
            usage: deploy/redress verify [--heal] [--in-flight SECONDS] [--json]
                   deploy/redress parked [--json]
                   deploy/redress redrive (--all | ID…) [--json]
                   deploy/redress mails failed [--json]
                   deploy/redress mails resend (--all | ID…) [--json]
                   deploy/redress backup FOLDER [SERVICE…] [--metrics FILE] [--json]
                   deploy/redress restore FOLDER [SERVICE…] [--lost SERVICE,…] [--json]
                   deploy/redress restored SERVICE [--json]
                   deploy/redress rebuild PROJECTION [--json]
                   deploy/redress organisation check FOLDER [--all]
                   deploy/redress organisation activate FOLDER --reason TEXT [--move OLD=NEW]…
                   deploy/redress organisation versions
                   deploy/redress topics train [--reason TEXT [--force]]
                   deploy/redress topics models
                   deploy/redress keys list [--keys FOLDER]
                   deploy/redress keys rotate (--all | NAME…) [--settle SECONDS] [--keys FOLDER]
                   deploy/local/import FILE --map externalId=COLUMN,subject=COLUMN,text=COLUMN,… [options]
            --help after any of them tells more.""";

    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    private Tools() {}

    /** Runs the tool named by the first argument and ends the process with its status. */
    public static void main(String[] arguments) {
        // The terminal's charset may be anything; what scripts read is UTF-8.
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int status = run(List.copyOf(Arrays.asList(arguments)), new Terminal(System.getenv(), out, err));
        out.flush();
        err.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, Terminal terminal) {
        String tool = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        if (HELP.contains(tool)) {
            terminal.out().println(USAGE);
            return 0;
        }
        try {
            return switch (tool) {
                case "import" -> ImportCommand.run(rest, terminal);
                case "verify" -> VerifyCommand.run(rest, terminal);
                case "parked" -> ParkedCommand.run(rest, terminal);
                case "redrive" -> RedriveCommand.run(rest, terminal);
                case "mails" -> MailsCommand.run(rest, terminal);
                case "backup" -> BackupCommand.run(rest, terminal);
                case "restore" -> RestoreCommand.run(rest, terminal);
                case "restored" -> RestoredCommand.run(rest, terminal);
                case "rebuild" -> RebuildCommand.run(rest, terminal);
                case "organisation" -> OrganisationCommand.run(rest, terminal);
                case "topics" -> TopicsCommand.run(rest, terminal);
                default -> throw new UsageException(USAGE);
            };
        } catch (UsageException e) {
            if (rest.contains("--help")) {
                terminal.out().println(e.getMessage());
                return 0;
            }
            terminal.err().println(e.getMessage());
            return UsageException.STATUS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal.err().println("Interrupted.");
            return UsageException.STATUS;
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
