package org.redress.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.platform.limits.RequestLimits;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses who asks too often, before anything was done for the request: 429 with {@code Retry-After}. */
final class LimitFilter extends OncePerRequestFilter {

    private final RequestLimits limits;

    LimitFilter(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RefusedException refusal =
                refusal(limits.spend(request, SecurityContextHolder.getContext().getAuthentication()));
        if (refusal != null) {
            throw refusal;
        }
        chain.doFilter(request, response);
    }

    /** The refusal of who has to wait; null when there is nothing to wait for. */
    static @Nullable RefusedException refusal(Optional<Duration> wait) {
        if (wait.isEmpty()) {
            return null;
        }
        // The next whole second: a little earlier would be too early.
        long seconds = wait.get().toSeconds() + 1;
        return new RefusedException(HttpStatus.TOO_MANY_REQUESTS, Message.of("detail.limited", seconds))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
