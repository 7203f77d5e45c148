package org.redress.local.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redress.starters.Secrets;
import tools.jackson.databind.json.JsonMapper;

/**
 * The secrets of the sign-in server's clients and the one password of the demo people, made at the first start.
 *
 * @param clients secret by client id
 * @param password what every demo person signs in with
 */
public record ClientSecrets(Map<String, String> clients, String password) {

    /** The client of the command line, which may ask for any role. */
    public static final String CLI = "cli";

    /** The client of adapters that hand petitions in. */
    public static final String ADAPTER = "adapter";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads the file, or makes it (mode 0600). */
    public static ClientSecrets in(RunFolder run) {
        Path file = run.path("secrets.json");
        return JSON.readValue(Secrets.kept(file, () -> JSON.writeValueAsString(make())), ClientSecrets.class);
    }

    /** The secret of a client. */
    public String of(String client) {
        return Optional.ofNullable(clients.get(client)).orElseThrow();
    }

    private static ClientSecrets make() {
        Map<String, String> clients = new LinkedHashMap<>();
        List.of(CLI, ADAPTER).forEach(client -> clients.put(client, Secrets.random(24)));
        Part.services().forEach(service -> clients.put(service.label(), Secrets.random(24)));
        return new ClientSecrets(clients, Secrets.random(9));
    }
}
