package org.redress.tools.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.starters.Infrastructure;
import org.redress.tools.Shell;
import org.redress.tools.verifying.FakeServices.Answer;
import tools.jackson.databind.JsonNode;

class HealTest {

    private final Deployment deployment = new Deployment();
    private final FakeServices services = new FakeServices();
    private final Shell shell = services.knownTo(
            new Shell().with("MONGODB_URI", Infrastructure.mongo()).with("REDRESS_DATABASE_PREFIX", deployment.prefix));

    @BeforeEach
    void obey() {
        services.service = (name, path, body) -> path.equals("internal/recount") ? recount() : redrive(name, body);
    }

    @AfterEach
    void drop() {
        services.close();
        deployment.close();
    }

    @Test
    void asksNobodyWhereEverythingArrived() {
        deployment.settled();

        assertThat(shell.run("verify", "--heal")).isZero();
        assertThat(services.asked).isEmpty();
        assertThat(shell.lastLine().get("healed")).isEmpty();
    }

    @Test
    void hasSentAgainWhatConsumersLack() {
        String behind = deployment.settled();
        deployment.position(behind, Family.FACTS, 1, false);
        String lost = deployment.settled();
        deployment.documents(Holder.NOTIFICATION).deleteOne(Filters.eq("_id", lost));
        String untold = deployment.delivered();
        deployment.documents(Holder.TELLINGS).deleteOne(Filters.eq("_id", untold));
        deployment.organised();
        deployment.documents(Holder.UNITS).deleteOne(Filters.eq("_id", "group"));

        assertThat(shell.run("verify")).isEqualTo(1);
        assertThat(shell.run("verify", "--heal")).isZero();
        assertThat(services.asked)
                .contains(
                        "analytics internal/redrive CASES " + behind + " " + behind,
                        "notification internal/redrive SUBMISSIONS " + lost + " " + lost,
                        "notification internal/redrive CASES " + lost + " " + lost,
                        // A notification's events have the key of its petition.
                        "routing internal/redrive DELIVERIES " + untold + " p",
                        "intake internal/redrive ORGANISATION group group")
                .hasSize(6);
        assertThat(services.asked.getLast()).startsWith("analytics internal/recount");
        assertThat(healed()).contains("position " + behind + " analytics: had 1 event of CASES sent again");
        assertThat(shell.lastLine().get("healedCount").asInt()).isEqualTo(5);
        assertThat(shell.lastLine().get("differenceCount").asInt()).isZero();
        assertThat(shell.out())
                .contains("mended: " + untold + " at routing: had 1 event of DELIVERIES sent again")
                .contains("Everything agrees.");
    }

    @Test
    void countsAgainWhatWasCountedTwiceOnlyAfterItWasSentAgain() {
        String uncounted = deployment.settled();
        deployment.documents(Holder.ANALYTICS).deleteOne(Filters.eq("_id", uncounted));

        assertThat(shell.run("verify", "--heal")).isZero();
        assertThat(services.asked)
                .containsExactly(
                        "analytics internal/redrive CASES " + uncounted + " " + uncounted,
                        "analytics internal/recount   ");
        assertThat(healed())
                .containsExactly(
                        "missing " + uncounted + " analytics: had 2 events of CASES sent again",
                        "volume  analytics: counted again and set 3 volumes right");
    }

    @Test
    void registersAPetitionThatNeverArrived() {
        String lost = deployment.lost();

        shell.run("verify", "--heal");

        assertThat(services.asked)
                .contains(
                        "routing internal/redrive SUBMISSIONS " + lost + " " + lost,
                        "notification internal/redrive SUBMISSIONS " + lost + " " + lost);
    }

    @Test
    void saysWhatAPersonMustDoWhereNothingCanBeSentAgain() {
        String noReceipt = deployment.settled();
        deployment.documents(Holder.INTAKE).deleteOne(Filters.eq("_id", noReceipt));
        String noCase = deployment.settled();
        deployment.documents(Holder.ROUTING).deleteOne(Filters.eq("_id", noCase));
        String noEvent = deployment.settled();
        deployment.archive(Holder.ROUTING).deleteOne(Filters.eq("_id", noEvent + ":1:1"));
        String noPlan = deployment.settled();
        deployment
                .plans()
                .deleteOne(Filters.eq(
                        "_id",
                        deployment
                                .archive(Holder.ROUTING)
                                .find(Filters.eq("_id", noPlan + ":1:2"))
                                .first()
                                .getString("eventId")));
        String parked = deployment.settled();
        deployment.position(parked, Family.FACTS, 1, true);

        assertThat(shell.run("verify", "--heal")).isEqualTo(1);
        // Sending a submission or a case's events to who lost them would begin a second history.
        assertThat(services.asked).isEmpty();
        assertThat(remedies(noReceipt))
                .containsOnly("restore it in petitions of the database of intake from a backup,"
                        + " no event makes it again");
        assertThat(remedies(noCase))
                .containsOnly(
                        "restore it in cases of the database of routing from a backup," + " no event makes it again");
        assertThat(remedies(noEvent))
                .containsOnly("restore them in cases_events of the database of routing from a"
                        + " backup, nobody else keeps them");
        assertThat(remedies(noPlan))
                .containsOnly(
                        "restore it from a backup or tell whom it concerns, no message is" + " sent a second time");
        assertThat(remedies(parked)).containsOnly("redrive " + parked + " once the cause that parked tells is mended");
        assertThat(shell.lastLine().get("healed")).isEmpty();
    }

    @Test
    void leavesAConsumerThatIsAhead() {
        String ahead = deployment.settled();
        deployment.position(ahead, Family.FACTS, 3, false);

        assertThat(shell.run("verify", "--heal")).isEqualTo(1);
        assertThat(services.asked).isEmpty();
        assertThat(remedies(ahead)).containsOnly("routing was set back, as by a backup: run restored routing");
    }

    @Test
    void saysWhyAServiceDidNotDoIt() {
        String behind = deployment.settled();
        deployment.position(behind, Family.CASE, 0, false);
        services.service = (name, path, body) -> new Answer(503, "");

        assertThat(shell.run("verify", "--heal")).isEqualTo(1);
        assertThat(shell.out()).contains("not mended: " + behind + " at routing: answered HTTP 503");
        assertThat(shell.lastLine().get("healed")).isEmpty();
        assertThat(shell.lastLine().get("differenceCount").asInt()).isEqualTo(1);
    }

    @Test
    void needsAServicesToken() {
        String behind = deployment.settled();
        deployment.position(behind, Family.FACTS, 1, false);

        assertThat(shell.with("REDRESS_TOKEN", "t-2").run("verify", "--heal")).isEqualTo(2);
        assertThat(shell.err())
                .contains("does not accept the token in REDRESS_TOKEN")
                .doesNotContain("t-2");
        assertThat(shell.with("REDRESS_TOKEN", "").run("verify", "--heal")).isEqualTo(2);
        assertThat(shell.run("verify")).isEqualTo(1);
    }

    /** Brings the consumer to where its producer is, as a service does when the events come again. */
    private Answer redrive(String name, JsonNode body) {
        String id = body.path("aggregateId").asString();
        Consumption consumption = List.of(Family.values()).stream()
                .flatMap(family -> family.consumptions().stream())
                .filter(each -> each.consumer().service().equals(name)
                        && each.stream().name().equals(body.path("topic").asString()))
                .findFirst()
                .orElseThrow();
        long last = deployment.archive(consumption.producer()).countDocuments(Filters.eq("aggregateId", id));
        Stored stored = deployment
                .databases(9)
                .find(consumption.consumer(), List.of(id))
                .get(id);
        long applied = stored == null ? 0 : stored.inbox(consumption.stream()).last();
        deployment.position(id, consumption, last, false);
        if (consumption.equals(Family.FACTS) && applied == 0) {
            deployment.counted(id, "appeal");
        }
        return Answer.sent((int) (last - applied));
    }

    /** All facts of these tests are counted in the same buckets. */
    private Answer recount() {
        long facts = deployment.documents(Holder.ANALYTICS).countDocuments(Filters.exists("day"));
        return Answer.corrected((int) deployment
                .of(Holder.ANALYTICS)
                .getCollection("volumes")
                .updateMany(Filters.ne("count", facts), Updates.set("count", facts))
                .getModifiedCount());
    }

    private List<String> healed() {
        return shell.lastLine()
                .get("healed")
                .valueStream()
                .map(deed -> deed.get("kind").asString() + " " + deed.get("id").asString() + " "
                        + deed.get("service").asString() + ": "
                        + deed.get("did").asString())
                .toList();
    }

    private List<String> remedies(String petitionId) {
        return shell.lastLine()
                .get("differences")
                .valueStream()
                .filter(difference -> difference.path("petitionId").asString("").equals(petitionId))
                .map(difference -> difference.get("remedy").asString())
                .toList();
    }
}
