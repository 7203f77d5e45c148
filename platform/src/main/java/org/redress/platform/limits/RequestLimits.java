package org.redress.platform.limits;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.AntPathMatcher;

/** Which budget a request is spent from. */
public final class RequestLimits {

    private static final AntPathMatcher PATHS = new AntPathMatcher();
    private static final Set<String> PROGRAMS = Set.of("ROLE_adapter", "ROLE_service");

    private final LimitSettings settings;
    private final RequestMatcher exempt;
    private final Map<RequestMatcher, Budget> open = new LinkedHashMap<>();
    private final Optional<Budget> people;
    private final Optional<Budget> programs;
    private final Optional<Budget> visitors;
    private final Optional<Budget> wrongOfNetwork;
    private final Optional<Budget> wrongInAll;

    RequestLimits(LimitSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.exempt = any(settings.exempt());
        settings.open()
                .forEach((name, at) -> open.put(any(at.paths()), new Budget(name, Buckets.shared(at.rate()), meters)));
        this.people = named("people", settings.people(), meters);
        this.programs = named("programs", settings.programs(), meters);
        this.visitors = Optional.ofNullable(settings.visitors())
                .map(rate -> new Budget("visitors", Buckets.shared(rate), meters));
        Optional<LimitSettings.Wrong> wrong = Optional.ofNullable(settings.wrong());
        this.wrongOfNetwork =
                wrong.map(rates -> new Budget("wrong-of-network", Buckets.shared(rates.network()), meters));
        this.wrongInAll = wrong.map(rates -> new Budget("wrong-in-all", Buckets.each(rates.all()), meters));
    }

    /** Spends one thing a visitor got wrong; when the network's budget or that of all is used up, the time until there is one. */
    public Optional<Duration> spendWrong(HttpServletRequest request) {
        String network = Network.of(request.getRemoteAddr());
        return wrongOfNetwork
                .flatMap(budget -> budget.spend(network))
                .or(() -> wrongInAll.flatMap(budget -> budget.spend("all")));
    }

    /** Spends a request of who asks; when the budget is used up, the time until there is one again. */
    public Optional<Duration> spend(HttpServletRequest request, @Nullable Authentication who) {
        if (exempt.matches(request)) {
            return Optional.empty();
        }
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            String network = Network.of(request.getRemoteAddr());
            return ofVisitor(request).flatMap(budget -> budget.spend(network));
        }
        return (isProgram(who) ? programs : people).flatMap(budget -> budget.spend(who.getName()));
    }

    /** How often each kind of client may ask at a path, in words; empty where nothing is counted. */
    public String words(String path) {
        Optional<Rate> unknown = settings.open().values().stream()
                .filter(at -> at.paths().stream().anyMatch(pattern -> PATHS.match(pattern, path)))
                .map(LimitSettings.OpenRate::rate)
                .findFirst()
                .or(() -> Optional.ofNullable(settings.visitors()));
        return Stream.of(
                        words(Optional.ofNullable(settings.people()), "of a person"),
                        words(Optional.ofNullable(settings.programs()), "of a program"),
                        words(unknown, "of a network without a token"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> words(Optional<Rate> rate, String whose) {
        return rate.map(given -> String.format(
                Locale.ROOT, "%,d in %d s %s", given.requests(), given.per().toSeconds(), whose));
    }

    private Optional<Budget> ofVisitor(HttpServletRequest request) {
        return open.entrySet().stream()
                .filter(entry -> entry.getKey().matches(request))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> visitors);
    }

    private static boolean isProgram(Authentication who) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(PROGRAMS::contains);
    }

    private static Optional<Budget> named(String name, @Nullable Rate rate, MeterRegistry meters) {
        return Optional.ofNullable(rate).map(given -> new Budget(name, Buckets.each(given), meters));
    }

    private static RequestMatcher any(List<String> patterns) {
        return patterns.isEmpty()
                ? request -> false
                : new OrRequestMatcher(patterns.stream()
                        .map(pattern -> (RequestMatcher)
                                PathPatternRequestMatcher.withDefaults().matcher(pattern))
                        .toList());
    }
}
