package org.redress.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.redress.local.mail.MailServer;
import org.redress.local.run.ClientSecrets;
import org.redress.local.run.Part;
import org.redress.local.run.PortPlan;
import org.redress.local.run.RunFolder;
import org.redress.local.signin.People;
import org.redress.local.signin.SignInServer;
import org.redress.local.signin.SignInSettings;
import org.redress.starters.Broker;
import org.redress.starters.Database;
import org.redress.starters.Ports;
import org.redress.starters.Repository;
import org.redress.starters.StartFailure;

/** The parts of one installation, wired to each other by ports, addresses and keys. */
public final class Installation {

    private final RunFolder run;
    private final PortPlan ports;
    private final Map<String, String> given;
    private final ClientSecrets secrets;
    private final People people;

    /**
     * An installation in a run folder.
     *
     * @param given the environment, whose {@code KAFKA_BOOTSTRAP_SERVERS} and {@code MONGODB_URI} replace our own, and
     *     whose {@code REDRESS_CONFIGURATION} the sample organisation
     */
    public Installation(RunFolder run, PortPlan ports, Map<String, String> given) {
        this.run = run;
        this.ports = ports;
        this.given = given;
        this.secrets = ClientSecrets.in(run);
        this.people = People.of(configuration().resolve("organisation.yaml"));
    }

    /** Every part that has to be started here. */
    public List<Supervised> parts() {
        List<Supervised> parts = new ArrayList<>();
        if (!isGiven("KAFKA_BOOTSTRAP_SERVERS")) {
            parts.add(new Supervised(Part.BROKER, ports.of(Part.BROKER), this::broker));
        }
        if (!isGiven("MONGODB_URI")) {
            parts.add(new Supervised(Part.MONGOD, ports.of(Part.MONGOD), this::database));
        }
        parts.add(new Supervised(Part.MAIL, ports.of(Part.MAIL), this::mail));
        parts.add(new Supervised(Part.SIGN_IN, ports.of(Part.SIGN_IN), this::signIn));
        ServiceStart services = services();
        Part.services()
                .forEach(service -> parts.add(
                        new Supervised(service, ports.of(service), () -> services.start(service, ports.of(service)))));
        return parts;
    }

    /**
     * Stops before anything is started where a port is taken.
     *
     * @throws StartFailure with the option that chooses another port
     */
    public void requireFreePorts() {
        for (Supervised part : parts()) {
            requireFree(part.part().label(), part.port());
            if (part.part() == Part.BROKER) {
                requireFree(PortPlan.CONTROLLER, ports.controller());
            }
        }
    }

    /** The addresses, as the variables that services and tools read them from. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = Part.services().stream()
                .collect(Collectors.toMap(
                        service -> "REDRESS_" + service.name() + "_URL", ports::url, (one, two) -> one));
        addresses.put("KAFKA_BOOTSTRAP_SERVERS", value("KAFKA_BOOTSTRAP_SERVERS", brokerAddress()));
        addresses.put(
                "MONGODB_URI",
                isGiven("MONGODB_URI")
                        ? value("MONGODB_URI", "")
                        : Database.uri(run.path("database"), ports.of(Part.MONGOD)));
        addresses.put("REDRESS_ISSUER", ports.url(Part.SIGN_IN));
        addresses.put("REDRESS_CLOCK_FILE", run.path("clock.json").toString());
        addresses.put("REDRESS_RUN", run.folder().toString());
        addresses.put("REDRESS_CONFIGURATION", configuration().toString());
        addresses.put("SMTP_HOST", Ports.LOOPBACK);
        addresses.put("SMTP_PORT", String.valueOf(ports.of(Part.MAIL)));
        addresses.put("REDRESS_OUTSIDE_ADDRESS", value("REDRESS_OUTSIDE_ADDRESS", "outside@example.org"));
        return addresses;
    }

    /**
     * Makes, beside the running parts, what lets the services start quicker next time; the journal hears of failures.
     * With {@code REDRESS_CLASS_CACHES=no} it makes nothing: a test would pay for starts that never come.
     */
    public void prepareNextStart(Consumer<String> journal) {
        if (!value("REDRESS_CLASS_CACHES", "yes").equals("no")) {
            new ClassCaches(run, services(), journal).makeMissing();
        }
    }

    private ServiceStart services() {
        return new ServiceStart(run, secrets, addresses(), given);
    }

    /** Who can sign in. */
    public People people() {
        return people;
    }

    /** The password of everyone. */
    public String password() {
        return secrets.password();
    }

    private Running broker() {
        Broker broker = Broker.spawn(run.path("broker"), run.log("broker"), ports.of(Part.BROKER), ports.controller());
        return new RunningChild(broker.process(), broker::awaitReady);
    }

    private Running database() {
        Database database = Database.spawn(run.path("database"), run.log("mongod"), ports.of(Part.MONGOD));
        return new RunningChild(database.process(), database::awaitReady);
    }

    private Running mail() {
        try {
            MailServer mail = MailServer.start(run.path("mail"), ports.of(Part.MAIL), InstantSource.system());
            return new RunningInside(mail::isRunning, mail::close);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail folder cannot be made", e);
        }
    }

    private Running signIn() {
        Map<String, String> pages = Part.services().stream().collect(Collectors.toMap(Part::label, ports::url));
        SignInServer server = SignInServer.start(new SignInSettings(
                ports.of(Part.SIGN_IN), run.path("sign-in").resolve("signing-key.json"), secrets, people, pages));
        return new RunningInside(server::isRunning, server::close);
    }

    private static void requireFree(String name, int port) {
        if (!Ports.isFree(port)) {
            throw new StartFailure("Port %d for %s is taken by another program: end it, or choose another with %s N."
                    .formatted(port, name, PortPlan.option(name)));
        }
    }

    private String brokerAddress() {
        return Ports.LOOPBACK + ':' + ports.of(Part.BROKER);
    }

    private boolean isGiven(String variable) {
        return !given.getOrDefault(variable, "").isBlank();
    }

    private String value(String variable, String otherwise) {
        return isGiven(variable) ? given.getOrDefault(variable, otherwise) : otherwise;
    }

    private Path configuration() {
        return isGiven("REDRESS_CONFIGURATION")
                ? Path.of(value("REDRESS_CONFIGURATION", "")).toAbsolutePath()
                : Repository.root().resolve("deploy/demo/configuration");
    }
}
