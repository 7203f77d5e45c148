package org.redress.journey;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redress.journey.stack.PageReader;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Answer;

/** Every endpoint of every service, and what somebody finds there. */
final class Walk {

    // What is wrong with a body is told before who may not send it, in these.
    private static final Map<String, String> RIGHT_BODIES = Map.of(
            "POST /api/assignments/preview", "{\"subject\":\"一\",\"text\":\"二\"}",
            "POST /api/cases/{petitionId}/contact", "{\"purpose\":\"call\"}",
            "POST /api/emergencies", "{\"petitionId\":\"nothing\",\"purpose\":\"read\",\"reason\":\"来电称要轻生，承办人均联系不上\"}",
            "POST /api/hotspots/{hotspotId}/dismiss", "{\"reason\":\"known\"}",
            "POST /api/hotspots/{hotspotId}/measures", "{\"what\":\"一\",\"owner\":\"nothing\",\"from\":\"2026-01-01\"}",
            "POST /api/matters", "{\"title\":\"一\",\"petitionIds\":[\"nothing\"]}",
            "POST /api/matters/{matterId}/give-opinion", Journey.OPINION,
            "POST /api/organisation/drafts", "{\"files\":[{\"name\":\"nothing\",\"text\":\"\"}]}",
            "POST /api/organisation/versions", "{\"digest\":\"nothing\",\"reason\":\"一\"}");

    /** Every list of cases that the pages have. */
    private static final List<String> LISTS = Stream.of(
                    "mine",
                    "unit",
                    "soon",
                    "late",
                    "supervised",
                    "to-receive",
                    "to-serve",
                    "to-instruct",
                    "to-extend",
                    "to-help",
                    "targets",
                    "to-contact",
                    "to-call-back",
                    "thanks",
                    "in-charge",
                    "sheets",
                    "all",
                    "all&sort=-changed")
            .map(scope -> "?scope=" + scope)
            .toList();

    /** The id of a petition that there is not. */
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";

    private final RunningStack stack;
    private final Map<String, PageReader> readers = new HashMap<>();
    private final Map<String, Answer> read = new HashMap<>();

    /** Through a platform. */
    Walk(RunningStack stack) {
        this.stack = stack;
    }

    /**
     * An endpoint and who may use it.
     *
     * @param service the service
     * @param method the method
     * @param path its path, with the names of what stands in it
     * @param roles the roles let in; session for who signed in to the pages
     */
    record Endpoint(String service, String method, String path, List<String> roles) {

        private static Endpoint of(String row) {
            String[] cells = row.split(",");
            String[] methodAndPath = cells[1].split(" ");
            return new Endpoint(cells[0], methodAndPath[0], methodAndPath[1], List.of(cells[2].split(" ")));
        }

        private Endpoint at(String order) {
            return new Endpoint(service, method, path.replace("{order}", order), roles);
        }

        /** A body that is right where a wrong one would hide who may not send it. */
        String body() {
            return RIGHT_BODIES.getOrDefault(method + " " + path, "{}");
        }

        @Override
        public String toString() {
            return service + " " + method + " " + path;
        }
    }

    /** The table with a row for each order of cases that is served, where the table has one for all. */
    static List<Endpoint> endpoints(List<String> served) throws IOException {
        List<Endpoint> table = endpoints();
        return table.stream()
                .flatMap(endpoint -> endpoint.path().endsWith("/{order}")
                        ? served.stream()
                                .filter(each -> each.startsWith(beforeOrder(endpoint))
                                        && each.indexOf(
                                                        '/',
                                                        beforeOrder(endpoint).length())
                                                < 0)
                                .filter(each -> table.stream()
                                        .noneMatch(other -> other.toString().equals(each)))
                                .map(each -> endpoint.at(each.substring(each.lastIndexOf('/') + 1)))
                        : Stream.of(endpoint))
                .toList();
    }

    private static String beforeOrder(Endpoint endpoint) {
        return endpoint.toString().replace("{order}", "");
    }

    /** The table of every endpoint of every service. */
    static List<Endpoint> endpoints() throws IOException {
        try (InputStream table = Objects.requireNonNull(Walk.class.getResourceAsStream("/roles.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Endpoint::of)
                    .toList();
        }
    }

    /**
     * Where a reader finds one of these words, or anything at all about a petition. What is asked for without an id is read
     * once for each reader: everything has happened before the first walk.
     *
     * @param ids the petition's id, and of what belongs to it, by the name in the path
     */
    List<String> traces(String reader, Map<String, String> ids, List<String> words) throws IOException {
        List<String> traces = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            String path = endpoint.path();
            for (Map.Entry<String, String> each : ids.entrySet()) {
                path = path.replace("{" + each.getKey() + "}", each.getValue());
            }
            boolean about = !path.equals(endpoint.path());
            path = path.replace("{step}", "comment").replace("{order}", "comment");
            if (!path.contains("{")
                    && !path.startsWith("/internal")
                    && (about || endpoint.method().equals("GET"))) {
                String query = query(endpoint, ids.getOrDefault("petitionId", "nothing"));
                for (String asked : endpoint.toString().equals("routing GET /cases") ? LISTS : List.of(query)) {
                    Answer answer = about ? ask(endpoint, path + asked, reader) : once(endpoint, path + asked, reader);
                    // What is asked for by its id comes back as the path that was not found.
                    boolean found = about
                            ? answer.status() != 404 && answer.status() != 403
                            : words.stream().anyMatch(answer.text()::contains);
                    if (found) {
                        traces.add(reader + " at " + endpoint + asked + ": " + answer.status() + " " + answer.text());
                    }
                }
            }
        }
        return traces;
    }

    private Answer once(Endpoint endpoint, String path, String reader) throws IOException {
        String key = String.join(" ", reader, endpoint.service(), path);
        Answer known = read.get(key);
        if (known == null) {
            known = ask(endpoint, path, reader);
            read.put(key, known);
        }
        return known;
    }

    /** Pages are read with a session, and their forms sent with the token of the page, as people do. */
    private Answer ask(Endpoint endpoint, String path, String reader) throws IOException {
        if (!endpoint.roles().equals(List.of("session"))) {
            return stack.ask(endpoint.method(), endpoint.service(), path, reader, endpoint.body());
        }
        URI service = stack.address(endpoint.service());
        PageReader pages = readers.get(reader + " " + service);
        if (pages == null) {
            pages = new PageReader(
                    // Not every first page asks who reads it.
                    service.resolve("/oauth2/authorization/redress"),
                    reader.substring(reader.indexOf(':') + 1),
                    stack.password());
            readers.put(reader + " " + service, pages);
        }
        HttpResponse<String> page = endpoint.method().equals("GET")
                ? pages.read(service.resolve(path))
                : pages.submit(service.resolve(path), "purpose=call&version=0&text=x");
        return new Answer(page.statusCode(), page.body(), "text/html");
    }

    /** What an endpoint needs to be asked, or takes to say more: none takes a parameter that it does not know. */
    static String query(Endpoint endpoint, String petitionId) {
        return switch (endpoint.method() + " " + endpoint.path()) {
            case "GET /api/volume", "GET /api/turnaround" -> "?groupBy=unit";
            case "GET /api/outlook/why" -> "?week=late";
            case "GET /api/trends" -> "?step=week";
            case "GET /api/trends/why" -> "?step=week&at=2026-03-02";
            case "GET /trends/cases", "GET /trends/cases.csv" -> "?at=2026-03-02";
            case "GET /statement/cases", "GET /statement/cases.csv" -> "?kind=open";
            case "GET /api/figures",
                    "GET /api/figures/{name}/why",
                    "GET /figures/figures.csv",
                    "GET /figures/{name}",
                    "GET /figures/{name}/cases.csv" -> "?set=A";
            case "GET /api/deliveries" ->
                "?limit=100&petitionId=" + (petitionId.equals("nothing") ? NOBODYS : petitionId);
            case "GET /api/cases", "GET /api/matters" -> "?limit=100";
            case "GET /cases" -> "?scope=all";
            default -> "";
        };
    }

    /** How much each reader counts in the lists. */
    Map<String, Long> totals(List<String> readers) {
        Map<String, Long> totals = new TreeMap<>();
        for (String reader : readers) {
            totals.put(reader + " cases", total("routing", "/api/cases", reader));
            totals.put(reader + " deliveries", total("notification", "/api/deliveries", reader));
        }
        return totals;
    }

    private long total(String service, String list, String reader) {
        return stack.get(service, list + "?limit=1", reader)
                .json()
                .path("total")
                .asLong();
    }
}
