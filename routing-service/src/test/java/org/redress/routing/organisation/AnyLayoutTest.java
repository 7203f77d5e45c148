package org.redress.routing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.redress.routing.SampleConfiguration;
import org.redress.routing.spelling.Layouts;

/** Finds officers in whatever way their names are written on either side; {@code -Dredress.seed=N} runs one again. */
class AnyLayoutTest {

    private static final int LAYOUTS = 2_000;
    private static final Organisation SAMPLE = SampleConfiguration.edition().organisation();
    private static final List<String> NAMES =
            List.of("李蔚", "张　三", "欧阳国华", "Peter Novak", "阿不都·热合曼", "𠮷田", "François Müller");

    @Test
    void findsANameHoweverItIsWritten() {
        Long given = Long.getLong("redress.seed");
        long first = given == null ? new Random().nextLong() : given;
        for (int each = 0; each < (given == null ? LAYOUTS : 1); each++) {
            find(first + each);
        }
    }

    @Test
    void takesAShortNameInLettersForAWordOnly() {
        Accusations accusations = new Accusations(named("An Li"));

        assertThat(accusations.meant(List.of("and a lie, than little: an lie; the manager liked it"), "plant-1"))
                .isEmpty();
        assertThat(accusations.meant(List.of("it was AN LI"), "plant-1")).containsExactly("li.wei");
    }

    private static void find(long seed) {
        Random random = new Random(seed);
        Layouts layouts = new Layouts(random);
        String name = NAMES.get(random.nextInt(NAMES.size()));
        String kept = random.nextBoolean() ? name : layouts.of(name);
        String written = random.nextBoolean() ? layouts.of(name) : layouts.of(name.replaceAll("[\\s\u3000·]", ""));
        String text = "上月" + "是" + written + "把我的奖金扣了";
        Accusations accusations = new Accusations(named(kept));

        assertThat(accusations.meant(List.of(text), "plant-1"))
                .as("-Dredress.seed=%s: %s in %s", seed, kept, text)
                .contains("li.wei");
        assertThat(accusations.meant(List.of("上月没有人把我的奖金扣了，" + layouts.of("没有理由")), "plant-1"))
                .as("-Dredress.seed=%s", seed)
                .isEmpty();
    }

    private static Organisation named(String name) {
        return Organisation.of(
                SAMPLE.id(),
                SAMPLE.name(),
                SAMPLE.zone(),
                List.copyOf(SAMPLE.units().values()),
                SAMPLE.posts().values().stream()
                        .map(post -> post.officer().equals("li.wei") ? holding(post, name) : post)
                        .toList(),
                SAMPLE.discipline(),
                SAMPLE.absences());
    }

    private static Post holding(Post post, String name) {
        return new Post(
                post.id(),
                post.title(),
                post.english(),
                post.unit(),
                post.officer(),
                name,
                post.email(),
                post.language(),
                post.deputy());
    }
}
