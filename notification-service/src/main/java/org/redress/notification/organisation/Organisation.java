package org.redress.notification.organisation;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contracts.organisation.OrganisationActivated.Post;
import org.redress.contracts.organisation.OrganisationActivated.Unit;

/**
 * A version of the organisation.
 *
 * @param version its number, 0 while none is known
 * @param units the tree, by code
 * @param posts posts and their holders, by id
 * @param since business time since when each post has had the holder it has now, by id
 */
public record Organisation(int version, Map<String, Unit> units, Map<String, Post> posts, Map<String, Instant> since) {

    /** No organisation is known yet. */
    public static final Organisation NONE = new Organisation(0, Map.of(), Map.of(), Map.of());

    /** A version with its units and posts. */
    public static Organisation of(
            int version, Collection<Unit> units, Collection<Post> posts, Map<String, Instant> since) {
        return new Organisation(
                version,
                units.stream().collect(Collectors.toUnmodifiableMap(Unit::code, Function.identity())),
                posts.stream().collect(Collectors.toUnmodifiableMap(Post::id, Function.identity())),
                Map.copyOf(since));
    }

    /** True when one was seen. */
    public boolean known() {
        return version > 0;
    }

    /** The post and who holds it. */
    public Optional<Post> post(String id) {
        return Optional.ofNullable(posts.get(id));
    }

    /** Business time since when a post has had the holder it has now; the beginning of time for its first holder known. */
    public Instant heldSince(String post) {
        return since.getOrDefault(post, Instant.EPOCH);
    }

    /** The post that heads a unit. */
    public Optional<String> headOf(String unit) {
        return Optional.ofNullable(units.get(unit)).map(Unit::head);
    }

    /** Name of a unit, its code where it is not known. */
    public String nameOf(String unit) {
        Unit known = units.get(unit);
        return known == null ? unit : known.name();
    }

    /** Posts an officer holds, each with the business time since when. */
    public Map<String, Instant> postsSince(String officer) {
        return posts.values().stream()
                .filter(post -> post.officer().equals(officer))
                .collect(Collectors.toUnmodifiableMap(Post::id, post -> heldSince(post.id())));
    }

    /** True when {@code unit} is {@code scope} or stands above it. */
    public boolean inLine(String unit, @Nullable String scope) {
        String at = scope;
        for (int step = 0; at != null && step <= units.size(); step++) {
            if (at.equals(unit)) {
                return true;
            }
            Unit here = units.get(at);
            at = here == null ? null : here.parent();
        }
        return false;
    }
}
