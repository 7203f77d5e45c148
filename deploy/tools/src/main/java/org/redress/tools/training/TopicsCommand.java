package org.redress.tools.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.redress.tools.Arguments;
import org.redress.tools.Routing;
import org.redress.tools.Routing.Answer;
import org.redress.tools.Terminal;
import org.redress.tools.UsageException;
import tools.jackson.databind.JsonNode;

/** The tool {@code topics}: has a model of topics learned, and lists the models. */
public final class TopicsCommand {

    private static final String USAGE = """
            usage: topics train [--reason TEXT [--force]]
                     Has routing learn topics from the cases whose topic a person decided on, and waits for it. Reports
                     and cases that are kept from anybody are never read. The model takes effect when it judges cases
                     that no model ever learned from better than the last did.
                     --reason TEXT    why; is kept
                     --force          let it take effect even where it is not better; needs --reason
                   topics models
                     Lists the models, the newest first: who asked, what each was learned from, how good it is.
            The last line is JSON. Needs REDRESS_ROUTING_URL and REDRESS_TOKEN, a token with the role admin; where
            REDRESS_TOKEN is not set, the installation that runs on this machine is asked.
            Exit 0: done, the model is in effect; 1: it is not, or was refused, with the reason; 2: called wrongly, or
            routing does not answer.""";

    private static final int REFUSED = 1;
    private static final String REASON = "--reason";
    private static final String FORCE = "--force";
    private static final String MODELS = "topic-models";

    private final Routing routing;
    private final Terminal terminal;

    private TopicsCommand(Routing routing, Terminal terminal) {
        this.routing = routing;
        this.terminal = terminal;
    }

    /**
     * Runs it.
     *
     * @return 0 when it was done, 1 when it was refused or the model did not take effect
     * @throws UsageException when the arguments are wrong or routing does not answer
     */
    public static int run(List<String> words, Terminal terminal) throws InterruptedException {
        Arguments arguments = Arguments.read(words, Set.of(REASON), Set.of(FORCE, "--help"));
        boolean models =
                arguments.operands().equals(List.of("models")) && arguments.isWithout(REASON) && !arguments.has(FORCE);
        boolean train = arguments.operands().equals(List.of("train"))
                && (!arguments.has(FORCE) || arguments.option(REASON) != null);
        if (arguments.has("--help") || (!models && !train)) {
            throw new UsageException(USAGE);
        }
        try (Routing routing = new Routing(terminal, "/api/")) {
            TopicsCommand command = new TopicsCommand(routing, terminal);
            return models ? command.models() : command.train(arguments);
        }
    }

    private int train(Arguments arguments) throws InterruptedException {
        Map<String, Object> asking = new LinkedHashMap<>();
        asking.put("forced", arguments.has(FORCE));
        String reason = arguments.option(REASON);
        if (reason != null) {
            asking.put("reason", reason);
        }
        Answer asked = routing.post(MODELS, asking);
        if (asked.isRefusal()) {
            return refused(asked);
        }
        JsonNode model = learned(asked.body());
        account(model).forEach(terminal.out()::println);
        terminal.out().println(model);
        return state(model).equals("took-effect") ? 0 : REFUSED;
    }

    /** Waits for what becomes of a model. */
    private JsonNode learned(JsonNode asked) throws InterruptedException {
        JsonNode model = asked;
        while (state(model).equals("asked")) {
            TimeUnit.SECONDS.sleep(1);
            model = routing.get(MODELS)
                    .body()
                    .valueStream()
                    .filter(each -> each.path("number").equals(asked.path("number")))
                    .findFirst()
                    .orElse(model);
        }
        return model;
    }

    private static String state(JsonNode model) {
        return model.path("state").asString("");
    }

    private int models() throws InterruptedException {
        Answer all = routing.get(MODELS);
        if (all.isRefusal()) {
            return refused(all);
        }
        all.body().forEach(model -> account(model).forEach(terminal.out()::println));
        terminal.out().println(all.body());
        return 0;
    }

    private static List<String> account(JsonNode model) {
        JsonNode result = model.path("result");
        String first =
                model.path("number").asString() + "  " + model.path("askedAt").asString("") + "  by "
                        + model.path("askedBy").asString("") + "  "
                        + model.path("state").asString("") + ": "
                        + result.path("cases").asInt(0) + " cases, judged on "
                        + result.path("heldBack").asInt(0) + " others";
        List<String> lines = new ArrayList<>(List.of(first));
        lines.addAll(figures("this model", result.path("figures")));
        lines.addAll(figures("model " + result.path("comparedWith").asString("-"), result.path("before")));
        for (JsonNode topic : result.path("topics")) {
            String terms =
                    topic.path("terms").valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
            lines.add("    " + topic.path("topic").asString("") + " ("
                    + topic.path("cases").asInt(0) + "): " + terms);
        }
        return lines;
    }

    private static List<String> figures(String of, JsonNode figures) {
        return figures.isMissingNode()
                ? List.of()
                : List.of("    " + of + ": " + share(figures, "macroF1") + " macro-F1, " + share(figures, "decided")
                        + " decided, " + share(figures, "precision") + " of these right");
    }

    private static String share(JsonNode figures, String name) {
        return String.format(Locale.ROOT, "%.3f", figures.path(name).asDouble(0));
    }

    private int refused(Answer answer) {
        JsonNode errors = answer.body().path("errors");
        if (errors.isEmpty()) {
            terminal.err().println(answer.body().path("detail").asString(""));
        }
        errors.forEach(error -> terminal.err()
                .println(error.path("field").asString("") + " "
                        + error.path("problem").asString("")));
        terminal.out().println(answer.body());
        return REFUSED;
    }
}
