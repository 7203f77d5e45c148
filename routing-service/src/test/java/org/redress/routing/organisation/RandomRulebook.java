package org.redress.routing.organisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Files of a random organisation with its net: a tree up to six levels deep, officers who hold several posts, deputies of
 * deputies, absences, heads and petition offices that sit elsewhere, equals. The same codes come up in each, so that one can
 * follow another as its next version.
 */
final class RandomRulebook {

    private static final int DEEPEST = 6;
    private static final String CLOCKS = """
            clocks:
              - {kind: all, purposes: [appeal, suggestion, report], starts: [receipt, review, re-review], ends: [close], limit: 9, days: natural, article: A}
            ladder:
              at: "09:00"
              reminders:
                - {name: half, percent: 50, to: [owner]}
                - {name: most, percent: 80, to: [owner, head]}
              everyWorkingDays: 2
              digestAbove: 2
              standingEveryDays: 7
            """;

    private final Random random;
    private final List<Integer> parents = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private final List<List<String>> postsOf = new ArrayList<>();
    private final StringBuilder organisation = new StringBuilder();
    private final StringBuilder topics = new StringBuilder("default: other\ntopics:\n");
    private final StringBuilder net = new StringBuilder("net:\n");
    private final List<String> roots = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();

    private RandomRulebook(Random random) {
        this.random = random;
    }

    /** Its files by name, without a hole in the net but, sometimes, for what no rule finds a topic for. */
    static Map<String, String> files(Random random) {
        RandomRulebook made = new RandomRulebook(random);
        made.units();
        made.topics();
        made.net();
        return Map.of(
                "organisation.yaml", made.organisation.toString(),
                "topics.yaml", made.topics.toString(),
                "responsibility.yaml", made.net.toString(),
                "clocks.yaml", CLOCKS);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private int depth(int unit) {
        return unit == 0 ? 1 : 1 + depth(parents.get(unit));
    }

    private void units() {
        int number = 1 + random.nextInt(12);
        for (int unit = 0; unit < number; unit++) {
            int parent = unit == 0 ? 0 : random.nextInt(unit);
            parents.add(unit > 0 && depth(parent) >= DEEPEST ? 0 : parent);
            String code = "u" + unit;
            List<String> own = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                    .mapToObj(post -> code + ".p" + post)
                    .toList();
            postsOf.add(own);
            posts.addAll(own);
        }
        List<String> desk = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(post -> "desk.p" + post)
                .toList();
        organisation
                .append("id: any\nname: Any\nzone: Asia/Shanghai\ndiscipline: {code: desk, name: Desk, line: ")
                .append(desk)
                .append("}\nunits:\n");
        for (int unit = 0; unit < number; unit++) {
            organisation.append("  - {code: u%d, name: U%d, head: %s, petitionOffice: %s, %s}\n"
                    .formatted(
                            unit,
                            unit,
                            chance(0.8) ? postsOf.get(unit).getFirst() : any(posts),
                            chance(0.8) ? any(postsOf.get(chance(0.5) ? unit : parents.get(unit))) : any(posts),
                            unit == 0 ? "outsideBody: Ministry" : "parent: u" + parents.get(unit)));
        }
        organisation.append("posts:\n");
        holders(posts);
        holders(desk);
        absences();
    }

    private void holders(List<String> all) {
        int officers = 1 + (posts.size() * 3) / 4;
        for (int post = 0; post < all.size(); post++) {
            String id = all.get(post);
            int officer = random.nextInt(officers) + (id.startsWith("desk") && chance(0.8) ? officers : 0);
            boolean deputised = post + 1 < all.size() && chance(0.5);
            organisation.append(
                    "  - {id: %s, title: T, unit: %s, officer: o%d, name: N%d, email: o%d@example.org, language: zh%s}\n"
                            .formatted(
                                    id,
                                    id.substring(0, id.indexOf('.')),
                                    officer,
                                    officer,
                                    officer,
                                    deputised ? ", deputy: " + any(all.subList(post + 1, all.size())) : ""));
        }
    }

    private void absences() {
        List<String> away = posts.stream().filter(post -> chance(0.2)).toList();
        if (!away.isEmpty()) {
            organisation.append("absences:\n");
            away.forEach(post -> organisation.append(
                    "  - {post: %s, from: 2026-03-01%s}\n".formatted(post, chance(0.5) ? ", until: 2026-03-31" : "")));
        }
    }

    private void topics() {
        for (int root = 0; root <= random.nextInt(3) + 1; root++) {
            roots.add("t" + root);
            codes.add("t" + root);
            topics.append("  - code: t%d\n    name: T\n    english: T\n    terms: [词%d]\n".formatted(root, root));
            int children = random.nextInt(3);
            topics.append(children > 0 ? "    children:\n" : "");
            for (int child = 0; child < children; child++) {
                codes.add("t%d.c%d".formatted(root, child));
                topics.append("      - {code: t%d.c%d, name: C, english: C, terms: [词%d和%d]}\n"
                        .formatted(root, child, root, child));
            }
        }
        codes.add("other");
        topics.append("  - {code: other, name: 其他, english: Other}\n");
    }

    private void net() {
        Set<String> given = new HashSet<>();
        if (chance(0.2)) {
            row("\"*\"", 0, given);
        } else {
            roots.forEach(topic -> row(topic, 0, given));
        }
        for (int row = random.nextInt(12); row > 0; row--) {
            row(chance(0.1) ? "\"*\"" : any(codes), random.nextInt(parents.size()), given);
        }
    }

    private void row(String topic, int unit, Set<String> given) {
        if (given.add(topic + unit)) {
            List<String> equals = any(postsOf);
            net.append("  - {topic: %s, unit: u%d, %s}\n"
                    .formatted(topic, unit, chance(0.4) ? "owners: " + equals : "owner: " + any(posts)));
        }
    }
}
