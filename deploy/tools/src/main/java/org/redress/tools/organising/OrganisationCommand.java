package org.redress.tools.organising;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.tools.Arguments;
import org.redress.tools.Routing;
import org.redress.tools.Routing.Answer;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import org.redress.tools.organising.ConfigurationFolder.TextFile;
import tools.jackson.databind.JsonNode;

/** The tool {@code organisation}: checks another organisation, puts it into effect, lists the versions. */
public final class OrganisationCommand {

    private static final String USAGE = """
            usage: organisation check FOLDER [--all]
                     Validates the files in the folder as a whole, those in calendar/ too, and says what they would
                     change: what is added, removed and changed, gaps of the responsibility net, open cases that would
                     go to others. What the folder lacks is as in the version in effect. Nothing takes effect.
                     --all            each of them, and the last line whole; otherwise counts and the first few
                   organisation activate FOLDER --reason TEXT [--move OLD=NEW]…
                     Puts them into effect. Every instance follows within seconds; calendar/ is read when it starts.
                     --reason TEXT    is kept, and goes with every case that moves: no names of petitioners
                     --move OLD=NEW   the open cases of unit OLD are NEW's; needed for each unit that is gone
                   organisation versions
                     Lists the versions, the newest first: when, by whom, why.
            The last line is JSON. Needs REDRESS_ROUTING_URL and REDRESS_TOKEN, a token with the role admin; where
            REDRESS_TOKEN is not set, the installation that runs on this machine is asked.
            Exit 0: done; 1: refused, with the reason; 2: called wrongly, or routing does not answer.""";

    private static final int REFUSED = 1;
    private static final String REASON = "--reason";
    private static final String MOVE = "--move";
    private static final String ALL = "--all";

    private final Routing routing;
    private final Terminal terminal;

    private record Move(String unit, String to) {}

    private record Activation(String digest, @Nullable String reason, List<Move> moves) {}

    private OrganisationCommand(Routing routing, Terminal terminal) {
        this.routing = routing;
        this.terminal = terminal;
    }

    /**
     * Runs it.
     *
     * @return 0 when it was done, 1 when it was refused
     * @throws UsageException when the arguments are wrong or routing does not answer
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(REASON, MOVE), Set.of(ALL, "--help"));
        List<String> operands = arguments.operands();
        String what = operands.isEmpty() ? "" : operands.getFirst();
        boolean right = switch (what) {
            case "check" -> operands.size() == 2 && arguments.isWithout(REASON, MOVE);
            case "activate" -> operands.size() == 2 && arguments.option(REASON) != null && !arguments.has(ALL);
            case "versions" -> operands.size() == 1 && arguments.isWithout(REASON, MOVE) && !arguments.has(ALL);
            default -> false;
        };
        if (!right || arguments.has("--help")) {
            throw new UsageException(USAGE);
        }
        List<Move> moves = moves(arguments.all(MOVE));
        List<TextFile> files =
                what.equals("versions") ? List.of() : ConfigurationFolder.read(Path.of(operands.getLast()));
        try (Routing routing = new Routing(terminal, "/api/organisation/")) {
            OrganisationCommand command = new OrganisationCommand(routing, terminal);
            return switch (what) {
                case "check" -> command.check(files, arguments.has(ALL));
                case "activate" -> command.activate(files, arguments.option(REASON), moves);
                default -> command.versions();
            };
        }
    }

    private static List<Move> moves(List<String> given) {
        List<Move> moves = new ArrayList<>();
        for (String move : given) {
            String[] units = move.split("=", -1);
            if (units.length != 2 || units[0].isBlank() || units[1].isBlank()) {
                throw new UsageException("--move needs OLD=NEW, not '" + move + "'.");
            }
            moves.add(new Move(units[0].strip(), units[1].strip()));
        }
        return moves;
    }

    private int check(List<TextFile> files, boolean all) throws InterruptedException {
        Answer draft = routing.post("drafts", Map.of("files", files));
        if (draft.isRefusal()) {
            return refused(draft);
        }
        DraftSummary summary = DraftSummary.of(draft.body(), all);
        return done(summary.lines(), summary.json());
    }

    private int activate(List<TextFile> files, @Nullable String reason, List<Move> moves) throws InterruptedException {
        Answer draft = routing.post("drafts", Map.of("files", files));
        if (draft.isRefusal()) {
            return refused(draft);
        }
        Answer version = routing.post(
                "versions",
                new Activation(draft.body().path("digest").asString(), reason, moves),
                draft.body().path("before").asInt());
        return version.isRefusal() ? refused(version) : done(Account.version(version.body()), version.body());
    }

    private int versions() throws InterruptedException {
        Answer page = routing.get("versions");
        if (page.isRefusal()) {
            return refused(page);
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode version : page.body().path("items")) {
            lines.addAll(Account.version(version));
        }
        return done(lines, page.body());
    }

    private int done(List<String> lines, JsonNode json) {
        lines.forEach(terminal.out()::println);
        terminal.out().println(json);
        return 0;
    }

    private int refused(Answer answer) {
        Account.refusal(answer.body()).forEach(terminal.err()::println);
        terminal.out().println(answer.body());
        return REFUSED;
    }
}
