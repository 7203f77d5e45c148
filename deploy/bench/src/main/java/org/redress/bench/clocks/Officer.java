package org.redress.bench.clocks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.redress.journey.stack.RunningStack;
import org.redress.journey.stack.RunningStack.Answer;

/** Gives commands and reads lists, one after the other, and takes the time of each as its caller sees it. */
final class Officer {

    private static final String SUPERVISOR = "supervisor";
    private static final String NOTE = "{\"text\":\"已电话联系，约定周五面谈。\"}";
    private static final int DONE = 200;

    private final RunningStack stack;

    Officer(RunningStack stack) {
        this.stack = stack;
    }

    /** A list as somebody asks for it. */
    private record Question(String name, String role, String query) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("all", SUPERVISOR, "limit=50"),
            new Question("registered", SUPERVISOR, "limit=50&state=registered"),
            new Question("one-owner", SUPERVISOR, "limit=50&owner=plant-1.labour"),
            new Question("one-topic", SUPERVISOR, "limit=50&topic=labour"),
            new Question("due-soon", SUPERVISOR, "limit=50&dueBefore=2199-01-01"),
            new Question("of-the-desk", SUPERVISOR, "limit=50&unit=discipline"),
            new Question("auditor", "auditor", "limit=50"),
            new Question("own", "officer:li.wei", "limit=50"),
            new Question("own-unit", "officer:david.lindgren", "limit=50"),
            new Question("petition-office", "officer:qian.yun", "limit=50"),
            new Question("office-above", "officer:luo.min", "limit=50"),
            new Question("top", "officer:zhou.mingyuan", "limit=50"),
            new Question("desk", "officer:bai.lu", "limit=50"));

    /** A note on each of these cases. */
    Histogram commands(Map<String, Long> versions) {
        Histogram micros = new Histogram(3_600_000_000L, 3);
        versions.forEach((id, version) -> {
            long began = System.nanoTime();
            Answer answer = stack.post(
                    "routing", "/api/cases/" + id + "/comment", SUPERVISOR, NOTE, "If-Match", "\"" + version + "\"");
            micros.recordValue((System.nanoTime() - began) / 1_000);
            require(answer);
        });
        return micros;
    }

    /** Each list so many times, in turn, by the name of the list. */
    Map<String, Histogram> lists(int times) {
        Map<String, Histogram> micros = new LinkedHashMap<>();
        for (int i = 0; i < times; i++) {
            for (Question question : QUESTIONS) {
                long began = System.nanoTime();
                Answer answer = stack.get("routing", "/api/cases?" + question.query(), question.role());
                micros.computeIfAbsent(question.name(), name -> new Histogram(3_600_000_000L, 3))
                        .recordValue((System.nanoTime() - began) / 1_000);
                require(answer);
            }
        }
        return micros;
    }

    private static void require(Answer answer) {
        if (answer.status() != DONE) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
