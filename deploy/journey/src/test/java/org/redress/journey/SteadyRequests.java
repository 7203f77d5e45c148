package org.redress.journey;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Answer;
import tools.jackson.databind.JsonNode;

/** Petitioners who hand in, look and send again all the time, twenty times a second each. */
final class SteadyRequests {

    private static final int EVERY_MS = 50;

    private final RunningStack stack;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    SteadyRequests(RunningStack stack) {
        this.stack = stack;
    }

    /** A petition as it was handed in, and the receipt that was given for it. */
    record Taken(String key, String contact, String text, JsonNode receipt) {

        String id() {
            return receipt.path("petitionId").asString();
        }

        /** The address, as it stands in a mail. */
        String email() {
            return contact.split("\"", -1)[3];
        }

        private String body() {
            return "{\"channel\":\"web\",\"purpose\":\"appeal\",\"unit\":\"group\",\"subject\":\"加班工资未发\","
                    + "\"text\":\"" + text + "\",\"petitioner\":{" + contact + "}}";
        }
    }

    /** Hands in while something is done, and looks at and sends again what was handed in before and meanwhile. */
    <T> T during(Callable<T> deed) throws Exception {
        ScheduledExecutorService petitioners = Executors.newScheduledThreadPool(3);
        try {
            for (Runnable request :
                    List.<Runnable>of(() -> submit("\"name\":\"测试员\""), this::trackOne, this::repeatOne)) {
                petitioners.scheduleAtFixedRate(() -> noted(request), 0, EVERY_MS, TimeUnit.MILLISECONDS);
            }
            return deed.call();
        } finally {
            petitioners.shutdown();
            petitioners.awaitTermination(1, TimeUnit.MINUTES);
        }
    }

    /** Hands in so many, whose petitioners are told by mail. */
    List<Taken> submit(int petitions) {
        return IntStream.range(0, petitions)
                .mapToObj(petition -> submit("\"email\":\"" + UUID.randomUUID() + "@example.org\""))
                .toList();
    }

    int handedIn() {
        return taken.size();
    }

    /** Some of all that was handed in, evenly. */
    List<Taken> oneIn(int step) {
        return IntStream.range(0, taken.size())
                .filter(number -> number % step == 0)
                .mapToObj(taken::get)
                .toList();
    }

    /** The answers that were not as they should be. */
    List<String> failures() {
        return failures;
    }

    /** The answer to the same petition with the same key. */
    JsonNode repeat(Taken petition) {
        return post("/api/petitions", petition.body(), 202, petition.key()).json();
    }

    /** The status of the answer to who looks with receipt and access code. */
    int track(Taken petition) {
        return post(
                        "/api/tracking",
                        "{\"receipt\":\"" + petition.receipt().path("receipt").asString() + "\",\"accessCode\":\""
                                + petition.receipt().path("accessCode").asString() + "\"}",
                        200,
                        "")
                .status();
    }

    private Taken submit(String contact) {
        String key = UUID.randomUUID().toString();
        Taken asked = new Taken(key, contact, "三月份加班工资没有发 " + key, null);
        Answer answer = post("/api/petitions", asked.body(), 202, key);
        Taken petition = new Taken(key, contact, asked.text(), answer.json());
        taken.add(petition);
        return petition;
    }

    /** What is thrown would end the schedule unseen. */
    private void noted(Runnable request) {
        try {
            request.run();
        } catch (RuntimeException e) {
            failures.add(e.toString());
        }
    }

    private void trackOne() {
        track(any());
    }

    private void repeatOne() {
        Taken petition = any();
        JsonNode receipt = repeat(petition);
        if (!receipt.equals(petition.receipt())) {
            failures.add(petition.receipt() + " became " + receipt);
        }
    }

    private Taken any() {
        int number = Math.floorMod(System.nanoTime() / 1_000_000, taken.size());
        return taken.get(number);
    }

    private Answer post(String path, String body, int expected, String key) {
        Answer answer = key.isEmpty()
                ? stack.post("intake", path, "", body)
                : stack.post("intake", path, "", body, "Idempotency-Key", key);
        if (answer.status() != expected) {
            failures.add(path + ": " + answer.status() + " " + answer.text());
        }
        return answer;
    }
}
