package org.redress.tools.verifying;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.redress.tools.Arguments;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.json.JsonMapper;

/** The tool {@code verify}: proves from the databases that no petition, event or alert was lost between services. */
public final class VerifyCommand {

    private static final String USAGE = """
            usage: verify [--heal] [--in-flight SECONDS] [--json]
              Compares receipts, cases and facts, each consumer's position with its producer's history, and each event
              that demands an alert with its plan, and the facts that figures are computed over with the cases. Reads
              only, at any time.
              --heal               mends what can be mended, says what it did, and verifies again: what a consumer
                                   lacks is sent again, then volumes are counted again. What was set aside is not
                                   touched: see 'parked' and 'redrive'. What nobody can send again is told with what a
                                   person can do. Wait until the consumers have caught up: what is still on its way
                                   comes twice otherwise, which costs time and changes nothing
              --in-flight SECONDS  what changed less than so long ago and is not yet everywhere is 'inFlight' and no
                                   difference (60)
              --json               only the last line, which is JSON
            Needs MONGODB_URI, REDRESS_ZONE where the organisation's days are not those of Asia/Shanghai, and REDRESS_LEDGER_KEYS, routing's file ledger.json, without which a line of the ledger
            that was changed together with all after it is not seen; --heal also REDRESS_INTAKE_URL, REDRESS_ROUTING_URL, REDRESS_NOTIFICATION_URL,
            REDRESS_ANALYTICS_URL and REDRESS_TOKEN, a token with the role admin.
            Exit 0: all agree; 1: differences (with --heal, what is left); 2: the databases cannot be read, or the
            services do not accept the token.""";

    private static final int DIFFERENCES = 1;
    private static final int SECONDS = 60;
    private static final int LISTED = 100;

    private VerifyCommand() {}

    /**
     * Runs a verification.
     *
     * @return 0 when all agree in the end, 1 when something differs
     * @throws UsageException when the arguments are wrong or the databases cannot be read
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of("--in-flight"), Set.of("--heal", "--json", "--help"));
        if (arguments.has("--help") || !arguments.operands().isEmpty()) {
            throw new UsageException(USAGE);
        }
        Duration inFlight = Duration.ofSeconds(arguments.number("--in-flight", SECONDS));
        Optional<LedgerKeys> keys = LedgerKeys.of(terminal);
        ZoneId zone = zone(terminal);
        return Reading.from(terminal, databases -> {
            Supplier<Verification> verification =
                    () -> new Verification(databases, InstantSource.system(), inFlight, keys, zone);
            return arguments.has("--heal")
                    ? heal(verification, arguments, terminal)
                    : show(verification.get().run(), Map.of(), arguments, terminal);
        });
    }

    private static ZoneId zone(Terminal terminal) {
        try {
            return ZoneId.of(terminal.variable("REDRESS_ZONE", "Asia/Shanghai"));
        } catch (DateTimeException e) {
            throw new UsageException("REDRESS_ZONE is no zone: " + e.getMessage());
        }
    }

    private static int heal(Supplier<Verification> verification, Arguments arguments, Terminal terminal)
            throws InterruptedException {
        List<Deed> deeds = new ArrayList<>();
        try (Services services = new Services(terminal)) {
            Findings found = verification.get().run();
            new Healing(verification, services, deeds::add).mend(found);
        }
        if (!arguments.has("--json")) {
            deeds.stream().limit(LISTED).forEach(terminal.out()::println);
        }
        List<Deed> healed =
                deeds.stream().filter(deed -> deed.reply().changed()).toList();
        return show(
                verification.get().run(),
                Map.of("healed", healed.stream().limit(LISTED).map(Deed::json).toList(), "healedCount", healed.size()),
                arguments,
                terminal);
    }

    private static int show(Findings findings, Map<String, Object> also, Arguments arguments, Terminal terminal) {
        if (!arguments.has("--json")) {
            findings.lines().forEach(terminal.out()::println);
        }
        Map<String, Object> json = findings.json();
        json.putAll(also);
        terminal.out().println(JsonMapper.shared().writeValueAsString(json));
        return findings.agrees() ? 0 : DIFFERENCES;
    }
}
