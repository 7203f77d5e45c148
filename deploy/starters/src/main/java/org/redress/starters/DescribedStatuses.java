package org.redress.starters;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;

/** With which statuses each operation of a service answers by its description: a test that sees another one fails. */
public final class DescribedStatuses {

    private static final String OURS = "/api/";

    private final Map<String, Map<String, Set<String>>> paths = new HashMap<>();

    /** From the description, as the service tells it. */
    public DescribedStatuses(String description) {
        Document described = Document.parse(description).get("paths", Document.class);
        described.forEach((path, item) -> {
            Map<String, Set<String>> operations = new HashMap<>();
            ((Document) item)
                    .forEach((method, operation) -> operations.put(
                            method.toUpperCase(Locale.ROOT),
                            ((Document) operation)
                                    .get("responses", Document.class)
                                    .keySet()));
            paths.put(path, operations);
        });
    }

    /**
     * Looks whether an answer is described; what is no operation of the interface is nobody's to describe.
     *
     * @throws AssertionError when it is not
     */
    public void require(String method, String path, int status) {
        String plain = path.replaceFirst("[?#].*", "");
        if (plain.startsWith(OURS)) {
            Set<String> known = paths.getOrDefault(template(plain), Map.of()).get(method);
            if (known != null && !known.contains(Integer.toString(status))) {
                throw new AssertionError(
                        "%d is no status that the description of %s %s names".formatted(status, method, plain));
            }
        }
    }

    /** The one with the fewest variables, as the service itself chooses. */
    private String template(String path) {
        return paths.keySet().stream()
                .filter(template -> Pattern.matches(template.replaceAll("\\{\\w+}", "[^/]+"), path))
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()))
                .orElse("");
    }
}
