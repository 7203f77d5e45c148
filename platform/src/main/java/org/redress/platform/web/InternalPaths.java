package org.redress.platform.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * The paths below {@code /internal} that a service answers, and who alone may ask at each; all others are closed.
 *
 * @param callers authorities, one of which is needed, by path pattern
 */
public record InternalPaths(Map<String, List<String>> callers) {

    /** Who runs the installation. */
    public static final List<String> OPERATORS = List.of("ROLE_admin");

    /** With a copy. */
    public InternalPaths {
        callers = callers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> List.copyOf(each.getValue())));
    }

    /** Lets them in; a path that nobody is named for stays closed. */
    void open(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        callers.forEach((path, named) -> {
            if (!named.isEmpty()) {
                requests.requestMatchers(path).hasAnyAuthority(named.toArray(String[]::new));
            }
        });
    }

    /** The services with these names, and no others. */
    public static List<String> services(Collection<String> names) {
        return names.stream().map(TokenAuthorities::ofService).toList();
    }
}
