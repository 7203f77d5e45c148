package org.redress.bench.cases;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bson.BsonDocument;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Answer;
import org.redress.journey.stack.Watch;

/** Petitions that come the real way, for copies to be made of their cases. */
public final class Originals {

    private static final List<String> UNITS =
            List.of("plant-1-assembly", "plant-1-foundry", "plant-2", "project-1", "east-estate");

    /** One in so many is restricted: in turn a report, which is the discipline desk's, and an appeal about an officer. */
    private static final int RESTRICTED = 20;

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int TAKEN = 202;

    private Originals() {}

    /** Has so many become cases; then the parts that know nothing of copies are kept away. */
    public static List<BsonDocument> come(RunningStack stack, CaseCopies cases, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            Answer answer = stack.post("intake", "/api/petitions", "", petition(number));
            if (answer.status() != TAKEN) {
                throw new IllegalStateException(answer.toString());
            }
        }
        if (!Watch.await(() -> cases.settled() == count, PATIENCE)) {
            throw new IllegalStateException("the petitions did not become cases");
        }
        for (String part : List.of("notification", "analytics", "intake", "mail")) {
            RunningStack.Output stopped = stack.command("deploy/local/stop", part);
            if (stopped.exit() != 0) {
                throw new IllegalStateException(stopped.toString());
            }
        }
        return cases.originals();
    }

    private static String petition(int number) {
        String about = number % RESTRICTED == 0 ? ",\"about\":[{\"officer\":\"feng.tao\"}]" : "";
        String purpose = number % (2 * RESTRICTED) == 0 ? "report" : "appeal";
        return """
                {"channel":"web","purpose":"%s","unit":"%s","subject":"加班费未发",\
                "text":"三月份加班三十小时，工资条上没有加班费（%d）。"%s}""".formatted(purpose, UNITS.get(number % UNITS.size()), number, about);
    }
}
