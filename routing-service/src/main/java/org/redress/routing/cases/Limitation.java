package org.redress.routing.cases;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * To whom alone the words of a case open 限定阅看: to people, not to whoever comes to hold their posts or stands in for them.
 * Everybody else with a right to the case sees that it is there. Each way to a text asks here, as a condition or of the case.
 *
 * @param names who is named
 * @param unit code of the unit of who limited it, above which the limit can be changed
 * @param lifted true once it holds no more; who was named keeps what was for them alone
 */
public record Limitation(List<Named> names, String unit, boolean lifted) {

    private static final String NAMES = "limited.names.officer";

    /** Keeps its own copy. */
    public Limitation {
        names = List.copyOf(names);
    }

    /**
     * Somebody who is named.
     *
     * @param post post in which they were named
     * @param officer id of who held it then
     */
    public record Named(String post, String officer) {}

    /** Cases that are not limited to others than an officer. */
    static Criteria opensTo(String officer) {
        return new Criteria()
                .orOperator(
                        Criteria.where("limited").exists(false),
                        Criteria.where("limited.lifted").is(true),
                        names(officer));
    }

    /** Cases of which an officer is named. */
    static Criteria names(String officer) {
        return Criteria.where(NAMES).is(officer);
    }

    /** True for who is named. */
    boolean isNamed(String officer) {
        return names.stream().anyMatch(each -> each.officer().equals(officer));
    }

    /** True for who may open the words as far as this goes. */
    boolean isOpenTo(String officer) {
        return lifted || isNamed(officer);
    }

    Limitation naming(List<Named> others) {
        return new Limitation(others, unit, false);
    }

    Limitation with(Named one) {
        return new Limitation(
                Stream.concat(names.stream(), Stream.of(one)).distinct().toList(), unit, lifted);
    }

    Limitation lift() {
        return new Limitation(names, unit, true);
    }
}
