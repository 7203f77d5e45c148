package org.redress.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.session.TooManyActiveSessionsException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Turns a refusal in a filter, before any handler, into the same problem document. */
final class ProblemFilter extends OncePerRequestFilter {

    private static final Duration FULL_RETRY = Duration.ofMinutes(1);

    private final HandlerExceptionResolver resolver;

    ProblemFilter(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RefusedException | BodyTooLargeException refusal) {
            if (resolver.resolveException(request, response, null, refusal) == null) {
                throw refusal;
            }
        } catch (TooManyActiveSessionsException full) {
            resolver.resolveException(request, response, null, new UnavailableException("detail.sessions", FULL_RETRY));
        }
    }
}
