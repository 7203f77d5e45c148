package org.redress.tools.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.starters.Infrastructure;
import org.redress.tools.Shell;
import org.redress.tools.verifying.FakeServices.Answer;
import tools.jackson.databind.JsonNode;

class ParkedTest {

    private static final Consumption TOLD = Family.DELIVERIES.consumptions().getFirst();

    private final Deployment deployment = new Deployment();
    private final FakeServices services = new FakeServices();
    private final Shell shell = services.knownTo(
            new Shell().with("MONGODB_URI", Infrastructure.mongo()).with("REDRESS_DATABASE_PREFIX", deployment.prefix));

    private String poisoned = "";
    private String untold = "";

    @BeforeEach
    void park() {
        deployment.settled();
        poisoned = deployment.settled();
        deployment.position(poisoned, Family.FACTS, 1, true);
        deployment
                .of(Holder.ANALYTICS)
                .getCollection("parked")
                .insertOne(new Document("_id", "CASES:" + poisoned)
                        .append("topic", "CASES")
                        .append("aggregateId", poisoned)
                        .append("key", poisoned)
                        .append("epoch", 1)
                        .append("sequence", 2L)
                        .append("type", "case.accepted.v1")
                        .append("cause", "IllegalArgumentException at Fold.apply")
                        .append("at", Date.from(Instant.parse("2026-01-05T01:00:00Z"))));
        untold = deployment.delivered();
        deployment.position(untold, TOLD, 0, true);
        services.service = (name, path, body) -> Answer.sent(1);
    }

    @AfterEach
    void drop() {
        services.close();
        deployment.close();
    }

    @Test
    void listsWhatIsSetAsideAndWhy() {
        assertThat(shell.run("parked")).isEqualTo(1);
        assertThat(shell.out())
                .contains(poisoned + " at analytics on CASES: stopped after 1 at case.accepted.v1 2:"
                        + " IllegalArgumentException at Fold.apply")
                .contains(untold + " at routing on DELIVERIES: stopped after 0: cause unknown: see the dead letters")
                .contains("redrive ID");
        JsonNode json = shell.lastLine();
        assertThat(json.get("parkedCount").asInt()).isEqualTo(2);
        assertThat(json.get("parked").get(0).toString())
                .isEqualTo("{\"service\":\"analytics\",\"topic\":\"CASES\",\"aggregateId\":\"" + poisoned
                        + "\",\"key\":\"" + poisoned + "\",\"applied\":\"1\",\"cause\":\"IllegalArgumentException at"
                        + " Fold.apply\",\"epoch\":1,\"sequence\":2,\"type\":\"case.accepted.v1\","
                        + "\"at\":\"2026-01-05T01:00:00Z\"}");
        // The key of a record whose cause nobody wrote down is that of the events the producer keeps.
        assertThat(json.get("parked").get(1).get("key").asString()).isEqualTo("p");
    }

    @Test
    void listsWhatAProjectionThatWasBuiltAnewHasSetAside() {
        deployment
                .of(Holder.TURNAROUND)
                .getCollection("projections")
                .insertOne(new Document("_id", "turnaround:0").append("generation", 3));
        deployment
                .of(Holder.TURNAROUND)
                .getCollection("turnaround_facts_3")
                .insertOne(new Document("_id", poisoned)
                        .append(
                                "inbox",
                                new Document(
                                        "CASES",
                                        new Document("epoch", 1)
                                                .append("last", 0L)
                                                .append("parked", true))));
        deployment
                .of(Holder.TURNAROUND)
                .getCollection("parked")
                .insertOne(new Document("_id", "CASES/turnaround:" + poisoned)
                        .append("key", poisoned)
                        .append("type", "case.registered.v1")
                        .append("sequence", 1L)
                        .append("cause", "why"));

        assertThat(shell.run("parked")).isEqualTo(1);
        assertThat(shell.out())
                .contains(poisoned
                        + " at analytics on CASES for turnaround: stopped after 0 at case.registered.v1 1: why");
        assertThat(shell.lastLine().get("parkedCount").asInt()).isEqualTo(3);
    }

    @Test
    void believesThePositionAndNotTheNote() {
        deployment.position(poisoned, Family.FACTS, 2, false);
        deployment.position(untold, TOLD, 1, false);

        assertThat(shell.run("parked")).isZero();
        assertThat(shell.out()).contains("Nothing is set aside.");
        assertThat(shell.lastLine().toString()).isEqualTo("{\"parkedCount\":0,\"parked\":[]}");
        assertThat(shell.run("parked", "--json")).isZero();
        assertThat(shell.out().lines()).hasSize(1);
    }

    @Test
    void redrivesWhatIsNamedByItsIdOrItsPetition() {
        assertThat(shell.run("redrive", poisoned)).isZero();
        assertThat(services.asked).containsExactly("analytics internal/redrive CASES " + poisoned + " " + poisoned);
        assertThat(shell.out()).contains(poisoned + " at analytics: had 1 event of CASES sent again");

        assertThat(shell.run("redrive", "p")).isZero();
        assertThat(services.asked.getLast()).isEqualTo("routing internal/redrive DELIVERIES " + untold + " p");
        assertThat(shell.lastLine().toString())
                .isEqualTo("{\"redriven\":1,\"sent\":1,\"refused\":0,\"did\":[{\"id\":\"" + untold
                        + "\",\"service\":\"routing\",\"did\":\"had 1 event of DELIVERIES sent again\"}]}");
    }

    @Test
    void redrivesAll() {
        assertThat(shell.run("redrive", "--all", "--json")).isZero();
        assertThat(services.asked).hasSize(2);
        assertThat(shell.out().lines()).hasSize(1);
        assertThat(shell.lastLine().get("sent").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhatWasNotRedriven() {
        services.service = (name, path, body) -> new Answer(name.equals("routing") ? 404 : 500, "");

        assertThat(shell.run("redrive", poisoned, untold, "nobody")).isEqualTo(1);
        assertThat(shell.out())
                .contains(poisoned + " at analytics: answered HTTP 500")
                .contains(untold + " at routing: there is no such way back")
                .contains("nobody: is set aside nowhere")
                .contains("0 sent again, 3 not.");
        assertThat(shell.lastLine().get("refused").asInt()).isEqualTo(3);
    }

    @Test
    void listsMailsThatFailedAndHasThemSentAgain() {
        deployment.mail("n-1", "p-1", "SENT", "FAILED:smtp-550");
        deployment.mail("n-2", "p-2", "FAILED:gave-up:smtp-451");
        services.service =
                (name, path, body) -> Answer.sent(body.path("id").asString().equals("n-2.0") ? 1 : 0);

        assertThat(shell.run("mails", "failed")).isEqualTo(1);
        assertThat(shell.out())
                .contains("n-1.1 ANSWERED to petitioner: smtp-550 (petition p-1)")
                .contains("n-2.0 ANSWERED to petitioner: gave-up:smtp-451 (petition p-2)");
        assertThat(shell.lastLine().get("failedCount").asInt()).isEqualTo(2);

        assertThat(shell.run("mails", "resend", "p-2")).isZero();
        assertThat(shell.out()).contains("n-2.0: is sent again");
        assertThat(shell.run("mails", "resend", "--all")).isEqualTo(1);
        assertThat(shell.out()).contains("n-1.1: has not failed any more");
        assertThat(shell.lastLine().toString()).isEqualTo("{\"again\":1,\"refused\":1}");
        assertThat(shell.run("mails", "resend", "p-9")).isEqualTo(1);
        assertThat(shell.out()).contains("p-9: no mail of it has failed");
        assertThat(shell.run("mails", "resend")).isEqualTo(2);
        assertThat(shell.run("mails")).isEqualTo(2);
    }

    @Test
    void hasARestoredServiceTellAgainWhatHadGoneFurther() {
        services.service = (name, path, body) -> new Answer(
                200,
                "{\"epoch\":2,\"retold\":3,\"gone\":[\"g\",\"h\"],\"receipts\":{\"h\":\"ABC\"},\"incomplete\":[]}");

        assertThat(shell.run("restored", "routing")).isZero();
        assertThat(services.asked.getFirst()).startsWith("routing internal/restored");
        assertThat(shell.out())
                .contains("3 told again in epoch 2")
                .contains("g: made after the backup, nothing of it is left in routing")
                .contains("ABC: made after the backup");
        assertThat(shell.lastLine().get("retold").asInt()).isEqualTo(3);

        services.service = (name, path, body) -> new Answer(503, "");
        assertThat(shell.run("restored", "intake", "--json")).isEqualTo(1);
        assertThat(shell.lastLine().get("refused").asString()).isEqualTo("answered HTTP 503");
        assertThat(shell.run("restored", "somebody")).isEqualTo(2);
    }

    @Test
    void hasAProjectionBuiltAnew() {
        services.service =
                (name, path, body) -> body.path("projection").asString().equals("turnaround")
                        ? new Answer(200, "{\"read\":12}")
                        : new Answer(
                                400, "{\"errors\":[{\"field\":\"projection\",\"accepted\":\"one of: turnaround\"}]}");

        assertThat(shell.run("rebuild", "turnaround")).isZero();
        assertThat(services.asked.getFirst()).startsWith("analytics internal/rebuild");
        assertThat(shell.out()).contains("turnaround was built anew from 12 events.");
        assertThat(shell.lastLine().get("read").asInt()).isEqualTo(12);

        assertThat(shell.run("rebuild", "volumes")).isEqualTo(1);
        assertThat(shell.out()).contains("does not know what was asked for: one of: turnaround");
        assertThat(shell.run("rebuild")).isEqualTo(2);
    }

    @Test
    void wantsToBeToldWhatToRedrive() {
        assertThat(shell.run("redrive")).isEqualTo(2);
        assertThat(shell.run("redrive", "--all", poisoned)).isEqualTo(2);
        assertThat(services.asked).isEmpty();
    }
}
