package org.redress.tools.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.starters.Infrastructure;
import org.redress.tools.Shell;
import tools.jackson.databind.JsonNode;

class VerifyTest {

    private static final Consumption ANALYTICS = Family.PETITIONS.consumptions().getLast();
    private static final Consumption NOTIFIED_SUBMISSION =
            Family.PETITIONS.consumptions().get(1);

    private final Deployment deployment = new Deployment();
    private final Shell shell =
            new Shell().with("MONGODB_URI", Infrastructure.mongo()).with("REDRESS_DATABASE_PREFIX", deployment.prefix);

    @AfterEach
    void drop() {
        deployment.close();
    }

    @Test
    void agreesWhereEverythingArrived() {
        deployment.settled();
        deployment.settled();
        deployment.settled("report");

        assertThat(shell.run("verify")).isZero();
        assertThat(shell.lastLine().toString())
                .isEqualTo("{\"receipts\":3,\"cases\":3,\"analytics\":3,\"restricted\":1,\"parked\":0,\"inFlight\":0,"
                        + "\"differenceCount\":0,\"differences\":[]}");
        assertThat(shell.out()).contains("Everything agrees.");
    }

    @Test
    void findsAFactThatFiguresAreComputedOverAndThatIsNotSo() {
        String id = deployment.settled();
        deployment.figured(id);
        assertThat(shell.run("verify")).as(shell.out()).isZero();

        deployment.set(Holder.FIGURES, id, Updates.set("facts.firstStepOn", "2026-01-05"));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("facts", id))
                .containsExactly("analytics: firstStepOn is 2026-01-05 where routing has 2026-01-06");
        assertThat(shell.out()).contains("run rebuild figures");

        // One that is behind its case is on its way, or new.
        deployment.position(id, Family.FIGURES, 1, false);
        assertThat(shell.run("verify")).as(shell.out()).isZero();
    }

    @Test
    void agreesOnNothing() {
        assertThat(shell.run("verify", "--json")).isZero();
        assertThat(shell.out().lines()).hasSize(1);
    }

    /** Two lines as routing writes them; its {@code LedgerSealTest} holds the same under the same key. */
    @Test
    void findsALineOfTheLedgerThatWasChangedOrTakenOut() throws IOException {
        deployment.settled();
        shell.with("REDRESS_LEDGER_KEYS", ledgerKeys());
        ledger(1, "content", "li.wei", "plant-1.labour", "READING_CASE", null, null, "", FIRST);
        ledger(2, "contact", "notification", "notification", "TELLING", "received", "event-1", FIRST, SECOND);
        assertThat(shell.run("verify")).as(shell.out()).isZero();

        ledger().updateOne(Filters.eq("_id", 1L), Updates.set("officer", "nobody"));
        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("ledger", "petition-1"))
                .containsExactly("routing: line 1 of the ledger of unsealings was changed");

        ledger().deleteOne(Filters.eq("_id", 1L));
        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("ledger", "petition-1"))
                .containsExactly("routing: line 2 of the ledger of unsealings has lost those before it");
    }

    @Test
    void findsThatTheEndOfTheLedgerWasTakenAwayOrWrittenAnew() {
        deployment.settled();
        ledger(1, "content", "li.wei", "plant-1.labour", "READING_CASE", null, null, "", FIRST);
        ledger(2, "contact", "notification", "notification", "TELLING", "received", "event-1", FIRST, SECOND);
        head(1, 2, SECOND);
        assertThat(shell.run("verify")).as(shell.out()).isZero();
        assertThat(shell.out()).contains("REDRESS_LEDGER_KEYS");

        ledger().deleteOne(Filters.eq("_id", 2L));
        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(shell.out()).contains("the ledger of unsealings ends with line 1, but came to line 2 on 2026-03-02");

        ledger(2, "contact", "li.wei", "plant-1.labour", "CONTACTING", "call", null, FIRST, "another");
        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("ledger", "petition-1"))
                .containsExactly(
                        "routing: line 2 of the ledger of unsealings is not the one that was published on 2026-03-02");
    }

    @Test
    void asksAfterARestoreOnlyForWhatWasPublishedSince() {
        deployment.settled();
        ledger(1, "content", "li.wei", "plant-1.labour", "READING_CASE", null, null, "", FIRST);
        ledger(2, "contact", "notification", "notification", "TELLING", "received", "event-1", FIRST, SECOND);
        head(1, 1, FIRST);
        head(1, 2, "gone with the restore");
        head(1, 3, "gone too");
        head(2, 1, FIRST);

        assertThat(shell.run("verify")).as(shell.out()).isZero();
        assertThat(shell.out()).contains("The ledger had come to line 3 on 2026-03-02");

        head(2, 2, "another");
        assertThat(shell.run("verify")).isEqualTo(1);
    }

    private void head(int epoch, long number, String hash) {
        deployment
                .of(Holder.INTAKE)
                .getCollection("ledger_heads")
                .insertOne(new Document("_id", epoch + " " + number)
                        .append("epoch", epoch)
                        .append("day", "2026-03-02")
                        .append("number", number)
                        .append("hash", hash));
    }

    private static final String FIRST = "5d741e66ff9db5ebadf289c0b3f92a2de9c5cbb716204095e46c3a62d01b7252";
    private static final String SECOND = "ea4a325df1a07522f4b45ab7c69bc4fe259fa7b9bdf4693c68fe167dee2a5f65";

    private static String ledgerKeys() throws IOException {
        return Files.writeString(Files.createTempFile("ledger", ".json"), """
                {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.HmacKey",
                 "value":"EgQIAxAgGiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw==",
                 "keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}""").toString();
    }

    private void ledger(
            long number,
            String what,
            String officer,
            String post,
            String why,
            @Nullable String purpose,
            @Nullable String event,
            String previous,
            String hash) {
        ledger().insertOne(new Document("_id", number)
                .append("petitionId", "petition-1")
                .append("what", what)
                .append("officer", officer)
                .append("post", post)
                .append("why", why)
                .append("purpose", purpose)
                .append("at", Date.from(Instant.parse("2026-03-02T02:00:00Z")))
                .append("event", event)
                .append("previous", previous)
                .append("keyId", "1")
                .append("hash", hash));
    }

    private MongoCollection<Document> ledger() {
        return deployment.of(Holder.ROUTING).getCollection("ledger");
    }

    @Test
    void findsAReceiptWithoutCase() {
        deployment.settled();
        String lost = deployment.lost();

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("missing", lost)).containsExactly("routing: no case");
        assertThat(found("position", lost))
                .containsExactly("routing: is at 0 of 1 on SUBMISSIONS", "notification: is at 0 of 1 on SUBMISSIONS");
        assertThat(shell.lastLine().get("receipts").asInt()).isEqualTo(2);
        assertThat(shell.lastLine().get("cases").asInt()).isEqualTo(1);
    }

    @Test
    void findsACaseWithoutReceiptAndACaseWithoutFacts() {
        String orphan = deployment.settled();
        deployment.documents(Holder.INTAKE).deleteOne(Filters.eq("_id", orphan));
        String uncounted = deployment.settled();
        deployment.documents(Holder.ANALYTICS).deleteOne(Filters.eq("_id", uncounted));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("missing", orphan)).containsExactly("intake: no receipt");
        assertThat(found("missing", uncounted)).containsExactly("analytics: no facts");
    }

    @Test
    void findsAConsumerThatIsBehindOrAhead() {
        String behind = deployment.settled();
        deployment.position(behind, ANALYTICS, 1, false);
        String ahead = deployment.settled();
        deployment.position(ahead, NOTIFIED_SUBMISSION, 2, false);

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("position", behind)).containsExactly("analytics: is at 1 of 2 on CASES");
        assertThat(found("position", ahead)).containsExactly("notification: is at 2 of 1 on SUBMISSIONS");
        assertThat(shell.lastLine().get("differenceCount").asInt()).isEqualTo(2);
    }

    @Test
    void findsAConsumerThatIsSetAside() {
        String parked = deployment.settled();
        deployment.position(parked, ANALYTICS, 1, true);

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("parked", parked)).containsExactly("analytics: set aside on CASES after 1 of 2");
        assertThat(shell.lastLine().get("parked").asInt()).isEqualTo(1);
    }

    @Test
    void findsAnEventWithoutPlan() {
        String silent = deployment.settled();
        String eventId = deployment
                .archive(Holder.ROUTING)
                .find(Filters.eq("_id", silent + ":1:2"))
                .first()
                .getString("eventId");
        deployment.plans().deleteOne(Filters.eq("_id", eventId));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("plan", silent)).containsExactly("notification: case.accepted.v1 " + eventId + " has no plan");
    }

    @Test
    void findsAnEventThatItsProducerLost() {
        String holed = deployment.settled();
        deployment.archive(Holder.ROUTING).deleteOne(Filters.eq("_id", holed + ":1:1"));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("event", holed)).containsExactly("routing: neither pending nor archived: [1]");
    }

    @Test
    void findsACaseThatNobodyCanHave() {
        String kept = deployment.settled();
        deployment
                .documents(Holder.ROUTING)
                .updateOne(
                        Filters.eq("_id", kept),
                        Updates.combine(
                                Updates.set("registration.assignment.owner", "outside-body"),
                                Updates.set("nextDueAt", Date.from(Instant.now()))));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("holder", kept)).containsExactly("routing: everybody in the organisation is kept from it");
    }

    @Test
    void findsVolumesThatDoNotAddUp() {
        deployment.settled();
        deployment.volume("topic", "wages");

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("volume", "")).containsExactly("analytics: topic wages is 2 where facts count 1");
    }

    @Test
    void findsDeliveriesThatRoutingDidNotSee() {
        String told = deployment.delivered();
        String untold = deployment.delivered();
        deployment.documents(Holder.TELLINGS).deleteOne(Filters.eq("_id", untold));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(shell.lastLine().get("differenceCount").asInt()).isEqualTo(1);
        assertThat(shell.lastLine().get("differences").get(0).toString())
                .contains("\"notificationId\":\"" + untold + "\"", "is at 0 of 1 on DELIVERIES")
                .doesNotContain(told);
    }

    @Test
    void findsAServiceWithAnOldOrganisation() {
        deployment.organised();
        deployment.position("group", Family.ORGANISATIONS.consumptions().getLast(), 0, false);

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(shell.out()).contains("position: group at analytics: is at 0 of 1 on ORGANISATION");
    }

    @Test
    void takesWhatIsYoungAsInFlight() {
        deployment.settled();
        deployment.justTaken();
        deployment.acceptedAgain(deployment.settled(), Instant.now());

        assertThat(shell.run("verify")).isZero();
        assertThat(shell.lastLine().get("inFlight").asInt()).isEqualTo(2);
        assertThat(shell.lastLine().get("receipts").asInt()).isEqualTo(3);
    }

    @Test
    void reportsWhatIsSetAsideEvenWhenItIsYoung() {
        String parked = deployment.settled();
        deployment.acceptedAgain(parked, Instant.now());
        deployment.position(parked, ANALYTICS, 2, true);

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(found("parked", parked)).hasSize(1);
    }

    @Test
    void listsTheFirstHundredAndCountsAll() {
        for (int i = 0; i < 101; i++) {
            deployment.lost();
        }

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(shell.lastLine().get("differences").size()).isEqualTo(100);
        assertThat(shell.lastLine().get("differenceCount").asInt()).isEqualTo(303);
        assertThat(shell.out()).contains("… and 203 more");
    }

    @Test
    void joinsWhatLiesOnDifferentPages() {
        for (int i = 0; i < 7; i++) {
            deployment.lost();
            deployment.settled();
        }
        List<Subject> joined = new ArrayList<>();
        new SubjectJoin(deployment.databases(2), Family.PETITIONS).forEachRemaining(joined::add);

        assertThat(joined).hasSize(14).extracting(Subject::id).isSorted().doesNotHaveDuplicates();
        assertThat(joined).filteredOn(petition -> petition.held().size() == 4).hasSize(7);
        assertThat(joined).filteredOn(petition -> petition.held().size() == 1).hasSize(7);
    }

    @Test
    void saysThatItCannotReachTheDatabases() {
        assertThat(new Shell().run("verify")).isEqualTo(2);
        assertThat(new Shell()
                        .with("MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200")
                        .run("verify"))
                .isEqualTo(2);
    }

    private List<String> found(String kind, String petitionId) {
        return shell.lastLine()
                .get("differences")
                .valueStream()
                .filter(difference -> difference.get("kind").asString().equals(kind))
                .filter(difference -> difference.path("petitionId").asString("").equals(petitionId))
                .map(VerifyTest::line)
                .toList();
    }

    private static String line(JsonNode difference) {
        return difference.get("service").asString() + ": "
                + difference.get("detail").asString();
    }
}
