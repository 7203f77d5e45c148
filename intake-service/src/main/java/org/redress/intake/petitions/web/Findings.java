package org.redress.intake.petitions.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.FieldProblem;
import org.redress.platform.web.InvalidRequestException;
import org.redress.platform.web.Message;

/** Everything that is wrong with one request, so that its sender corrects it in one go. */
public final class Findings {

    private final List<FieldProblem> problems = new ArrayList<>();

    /** Adds what is wrong with a field and what would be right, by message codes. */
    public void add(String field, String problem, @Nullable String accepted) {
        add(new FieldProblem(field, problem, accepted));
    }

    /** Adds what is wrong with a field and what would be right. */
    public void add(String field, Message problem, @Nullable Message accepted) {
        add(new FieldProblem(field, problem, accepted));
    }

    // What else is wrong with a field follows from the first, more often than not.
    private void add(FieldProblem problem) {
        if (problems.stream().noneMatch(told -> told.field().equals(problem.field()))) {
            problems.add(problem);
        }
    }

    /** The choice with this name; absent when there is none. */
    <T> @Nullable T choice(
            String field, @Nullable String name, Function<String, Optional<T>> choices, String accepted) {
        if (name == null) {
            return null;
        }
        Optional<T> choice = choices.apply(name);
        if (choice.isEmpty()) {
            add(field, Message.of("field.choice"), Message.of("accepted.one-of", accepted));
        }
        return choice.orElse(null);
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** Refuses the request if anything was found. */
    public void settle() {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
    }
}
