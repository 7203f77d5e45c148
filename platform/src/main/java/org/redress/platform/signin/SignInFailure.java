package org.redress.platform.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.redress.platform.web.Edge;
import org.redress.platform.web.Message;
import org.redress.platform.web.RefusedException;
import org.redress.platform.web.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Tells who could not be signed in whether the issuer is away or did not vouch for them. */
final class SignInFailure implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailure.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Edge edge;

    SignInFailure(Edge edge) {
        this.edge = edge;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        LOG.warn("Nobody could be signed in: {}", failure.getMessage());
        edge.refuse(request, response, refusal(failure));
    }

    /** The way to the issuer begins in a filter of its own, which knows no handler by configuration. */
    ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> ofTheWayThere() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(SignInFailure.this);
                return filter;
            }
        };
    }

    private static RefusedException refusal(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof RefusedException refused) {
                return refused;
            }
            if (e instanceof IOException) {
                return new UnavailableException("detail.sign-in.away", RETRY);
            }
        }
        return new RefusedException(HttpStatus.UNAUTHORIZED, Message.of("detail.sign-in.failed"));
    }
}
