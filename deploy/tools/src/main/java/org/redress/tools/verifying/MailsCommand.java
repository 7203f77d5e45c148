package org.redress.tools.verifying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code mails}: which mails failed, and the way back for them. */
public final class MailsCommand {

    private static final String USAGE = """
            usage: mails failed [--json]
                     Lists the mails that were refused for good or given up: which, to whom, and why.
                   mails resend (--all | ID…) [--json]
                     Has failed mails sent as if they had never been tried, with the same Message-ID. Mend the cause
                     first: an address, the relay's policy, the configuration of the mail server.
                     ID       a mail as 'mails failed' or the delivery log lists it, or its petition
                     --all    every mail that failed
              --json   only the last line, which is JSON
            Needs MONGODB_URI and, for resend, REDRESS_NOTIFICATION_URL and REDRESS_TOKEN, a token with the role admin.
            Exit 0: nothing has failed, or all that were asked for are sent again; 1: something has failed, or was not
            sent again; 2: the database cannot be read, or notification does not accept the token.""";

    private static final int SOME = 1;
    private static final int LISTED = 100;

    private final Terminal terminal;
    private final boolean json;

    private MailsCommand(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /**
     * Runs it.
     *
     * @return 0 when nothing has failed, or all that were asked for are sent again; otherwise 1
     * @throws UsageException when the arguments are wrong, the database cannot be read or the token is not accepted
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(), Set.of("--all", "--json", "--help"));
        List<String> operands = arguments.operands();
        String what = operands.isEmpty() ? "" : operands.getFirst();
        List<String> ids = operands.isEmpty() ? operands : operands.subList(1, operands.size());
        boolean right = switch (what) {
            case "failed" -> ids.isEmpty() && !arguments.has("--all");
            case "resend" -> arguments.has("--all") == ids.isEmpty();
            default -> false;
        };
        if (!right || arguments.has("--help")) {
            throw new UsageException(USAGE);
        }
        MailsCommand command = new MailsCommand(terminal, arguments.has("--json"));
        List<FailedMail> failed = Reading.from(terminal, FailedMail::in);
        return what.equals("failed") ? command.list(failed) : command.resend(failed, ids);
    }

    private int list(List<FailedMail> failed) {
        List<String> lines = new ArrayList<>();
        failed.stream().limit(LISTED).map(FailedMail::toString).forEach(lines::add);
        if (failed.size() > LISTED) {
            lines.add("… and " + (failed.size() - LISTED) + " more");
        }
        lines.add(
                failed.isEmpty()
                        ? "No mail has failed."
                        : failed.size()
                                + " failed. Mend the cause first; then 'mails resend ID' or 'mails resend --all'.");
        show(
                lines,
                Map.of(
                        "failedCount",
                        failed.size(),
                        "failed",
                        failed.stream().limit(LISTED).map(FailedMail::json).toList()));
        return failed.isEmpty() ? 0 : SOME;
    }

    private int resend(List<FailedMail> failed, List<String> ids) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        int again = 0;
        int refused = 0;
        try (Services services = new Services(terminal)) {
            for (FailedMail mail : failed) {
                if (ids.isEmpty() || ids.stream().anyMatch(mail::isOf)) {
                    Reply reply = services.sendAgain(mail.id());
                    again += reply.changed() ? 1 : 0;
                    refused += reply.changed() ? 0 : 1;
                    lines.add(mail.id() + ": " + reply.says());
                }
            }
        }
        for (String id : ids) {
            if (failed.stream().noneMatch(mail -> mail.isOf(id))) {
                refused++;
                lines.add(id + ": no mail of it has failed");
            }
        }
        List<String> told = new ArrayList<>(lines.stream().limit(LISTED).toList());
        told.add(again + " are sent again, " + refused + " not.");
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("again", again);
        counts.put("refused", refused);
        show(told, counts);
        return refused == 0 ? 0 : SOME;
    }

    private void show(List<String> lines, Map<String, Object> last) {
        if (!json) {
            lines.forEach(terminal.out()::println);
        }
        terminal.out().println(JsonMapper.shared().writeValueAsString(last));
    }
}
