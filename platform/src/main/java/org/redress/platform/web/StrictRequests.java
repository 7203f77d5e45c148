package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.platform.words.Characters;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what an interface would not read: a parameter it does not know, gets twice or empty, or a body where it takes
 * none. A misspelt filter never means everything.
 */
final class StrictRequests implements HandlerInterceptor {

    private static final int MOST_OF_NOTHING = 64;
    private static final Set<String> NOTHING = Set.of("", "{}");

    private final Map<Method, Accepted> known = new ConcurrentHashMap<>();

    /** What a handler reads. */
    private record Accepted(Set<String> parameters, boolean body) {

        static Accepted of(HandlerMethod handler) {
            Set<String> names = new TreeSet<>();
            boolean body = false;
            for (MethodParameter parameter : handler.getMethodParameters()) {
                RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
                if (named != null) {
                    names.add(named.name().isEmpty() ? parameter.getParameter().getName() : named.name());
                }
                body |= parameter.hasParameterAnnotation(RequestBody.class);
            }
            return new Accepted(names, body);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method) {
            Accepted accepted = known.computeIfAbsent(method.getMethod(), key -> Accepted.of(method));
            List<FieldProblem> wrong = new ArrayList<>();
            request.getParameterMap().forEach((name, values) -> check(name, values, accepted.parameters(), wrong));
            if (!accepted.body() && saysSomething(request)) {
                wrong.add(new FieldProblem("body", "field.no-body", "accepted.no-body"));
            }
            if (!wrong.isEmpty()) {
                throw new InvalidRequestException(wrong);
            }
        }
        return true;
    }

    private static void check(String name, String[] values, Set<String> known, List<FieldProblem> wrong) {
        if (!known.contains(name)) {
            Message accepted = known.isEmpty()
                    ? Message.of("accepted.no-parameter")
                    : Message.of("accepted.one-of", String.join(", ", known));
            wrong.add(new FieldProblem(name, Message.of("field.unknown-parameter"), accepted));
        } else if (values.length > 1) {
            wrong.add(new FieldProblem(name, "field.duplicate", null));
        } else if (Arrays.stream(values).anyMatch(Characters::isInvisible)) {
            wrong.add(new FieldProblem(name, "field.empty", "accepted.left-out"));
        }
    }

    /** Some clients cannot post without a body: an empty object says as little as none. */
    private static boolean saysSomething(HttpServletRequest request) throws IOException {
        byte[] beginning = request.getInputStream().readNBytes(MOST_OF_NOTHING);
        return !NOTHING.contains(new String(beginning, StandardCharsets.UTF_8).strip());
    }
}
