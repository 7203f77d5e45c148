package org.redress.tools.importing;

import java.util.List;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;

/** The tool {@code import}: hands in the rows of a file, so often as needed and never twice. */
public final class ImportCommand {

    private static final int GAVE_UP = 1;
    private static final int REJECTED = 3;

    private ImportCommand() {}

    /**
     * Runs an import.
     *
     * @return 0 when each row was taken, 1 when intake stayed away or refuses the client, 3 when rows were rejected
     * @throws UsageException when the arguments or the file are wrong; nothing was handed in then
     */
    public static int run(List<String> arguments, Terminal terminal) throws InterruptedException {
        ImportOptions options = ImportOptions.of(arguments, terminal);
        Survey survey = new Survey(options.zone());
        options.file().forEach(survey);
        if (!options.file().understood().isEmpty()) {
            terminal.err().println(options.file().understood());
        }
        Shift shift = options.shiftToToday() ? survey.toToday(options.clock().instant()) : Shift.NONE;
        if (options.shiftToToday()) {
            terminal.err().println("receivedAt is moved by " + shift.days() + " days.");
        }
        Tally tally = new Tally(survey.rows(), terminal.out(), terminal.err(), options.file()::nameOf);
        int status = post(options, shift, tally, terminal);
        tally.progress();
        terminal.out().println(tally.json());
        return status == 0 && tally.rejected() > 0 ? REJECTED : status;
    }

    private static int post(ImportOptions options, Shift shift, Tally tally, Terminal terminal)
            throws InterruptedException {
        Patience patience = new Patience(options.giveUpAfter());
        try (Intake intake = new Intake(options.url(), options.token(), patience);
                Posting posting = new Posting(intake, shift, tally, patience, options.inFlight())) {
            options.file().forEach(posting);
            posting.finish();
            return 0;
        } catch (ImportStoppedException e) {
            terminal.err().println(e.getMessage());
            return GAVE_UP;
        }
    }
}
