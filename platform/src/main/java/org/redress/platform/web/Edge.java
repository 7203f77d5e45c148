package org.redress.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.redress.platform.limits.RequestLimits;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What the chain of programs and the chain of pages share: limits, and one place that tells of refusals. */
public final class Edge {

    private final RequestLimits limits;
    private final HandlerExceptionResolver resolver;

    Edge(RequestLimits limits, HandlerExceptionResolver resolver) {
        this.limits = limits;
        this.resolver = resolver;
    }

    /** Adds both to a chain, the limits behind the filter that finds out who asks. */
    public HttpSecurity on(HttpSecurity http, Class<? extends Filter> identifying) {
        return http.addFilterAfter(new LimitFilter(limits), identifying)
                .exceptionHandling(handling -> handling.accessDeniedHandler(this::refuse))
                // They are on every answer, also on those that reach no chain.
                .headers(HeadersConfigurer::disable);
    }

    /** Answers who brought a token that is none, and counts them as a visitor: or guessing would be free. */
    void refuseToken(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        RefusedException limited = LimitFilter.refusal(limits.spend(request, null));
        refuse(request, response, limited == null ? failure : limited);
    }

    /** Answers with what is wrong. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        resolver.resolveException(request, response, null, failure);
    }
}
