package org.redress.platform.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The budgets; one that is absent is unlimited.
 *
 * @param people budget of each person who is signed in
 * @param programs budget of each adapter and service
 * @param visitors budget of each address without a token
 * @param open budget of each address at the paths named, instead of the visitors' one; by the name its metric gets
 * @param wrong of what visitors get wrong, such as an access code; a request that is right spends none of it
 * @param exempt patterns of paths that are never counted
 */
@ConfigurationProperties("redress.limits")
record LimitSettings(
        @Nullable Rate people,
        @Nullable Rate programs,
        @Nullable Rate visitors,
        @DefaultValue Map<String, OpenRate> open,
        @Nullable Wrong wrong,
        @DefaultValue List<String> exempt) {

    /**
     * How much may be got wrong.
     *
     * @param network what each address may get wrong
     * @param all what all addresses together may get wrong
     */
    record Wrong(Rate network, Rate all) {}

    /** A {@link Rate} at some paths. */
    record OpenRate(List<String> paths, int requests, Duration per) {

        Rate rate() {
            return new Rate(requests, per);
        }
    }
}
