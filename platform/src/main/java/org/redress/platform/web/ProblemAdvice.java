package org.redress.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.redress.platform.publishing.TooMuchPendingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenError;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where an exception becomes an answer; no internal message passes it. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(5);

    private final ProblemDocuments documents;

    ProblemAdvice(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException refused, ServletWebRequest exchange) {
        return documents.of(refused, exchange);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLargeException tooLarge, ServletWebRequest exchange) {
        return plain(HttpStatus.CONTENT_TOO_LARGE, new HttpHeaders(), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException failure, ServletWebRequest exchange) {
        HttpStatus status = HttpStatus.UNAUTHORIZED;
        String challenge = "Bearer";
        if (failure instanceof OAuth2AuthenticationException oauth
                && oauth.getError() instanceof BearerTokenError error) {
            status = error.getHttpStatus();
            challenge = "Bearer error=\"" + error.getErrorCode() + "\"";
        }
        Message detail = Message.of(
                ApiPaths.arePages(exchange.getRequest()) ? "detail.page.signed-out" : "detail." + status.value());
        return refused(new RefusedException(status, detail).header(HttpHeaders.WWW_AUTHENTICATE, challenge), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Object> stale(CsrfException stale, ServletWebRequest exchange) {
        return refused(new RefusedException(HttpStatus.FORBIDDEN, Message.of("detail.page.stale")), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException denied, ServletWebRequest exchange) {
        HttpHeaders headers = new HttpHeaders();
        if (isAnonymous()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return plain(HttpStatus.UNAUTHORIZED, headers, exchange);
        }
        return plain(HttpStatus.FORBIDDEN, headers, exchange);
    }

    /** What no request may hold, as container and firewall judge it: control characters, a parameter without a name. */
    @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
    ResponseEntity<Object> malformed(RuntimeException malformed, ServletWebRequest exchange) {
        List<FieldProblem> errors = List.of(new FieldProblem("request", "field.invalid", null));
        return documents.of(HttpStatus.BAD_REQUEST, errors, new HttpHeaders(), exchange);
    }

    @ExceptionHandler
    ResponseEntity<Object> full(TooMuchPendingException full, ServletWebRequest exchange) {
        return refused(new UnavailableException("detail.pending", OUTAGE_RETRY), exchange);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> broken(Exception failure, ServletWebRequest exchange) {
        HttpServletResponse response = exchange.getResponse();
        if (response != null && response.isCommitted()) {
            LOG.error("{} broke off in the middle of its answer", exchange.getHttpMethod(), failure);
            return null;
        }
        if (DatabaseOutage.is(failure)) {
            LOG.warn("The database is away: {}", failure.getClass().getSimpleName());
            return refused(new UnavailableException("detail.database", OUTAGE_RETRY), exchange);
        }
        LOG.error("{} failed", exchange.getHttpMethod(), failure);
        return plain(HttpStatus.INTERNAL_SERVER_ERROR, new HttpHeaders(), exchange);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest servlet = (ServletWebRequest) request;
        if (servlet.getResponse() != null && servlet.getResponse().isCommitted()) {
            return null;
        }
        if (status.is5xxServerError()) {
            LOG.error("{} failed", servlet.getHttpMethod(), ex);
        }
        return answer(ex, headers, status, servlet);
    }

    private ResponseEntity<Object> answer(
            Exception ex, HttpHeaders headers, HttpStatusCode status, ServletWebRequest exchange) {
        RefusedException refused = BodyProblems.refusalIn(ex);
        if (refused != null) {
            return documents.of(refused, exchange);
        }
        HttpStatusCode fitting = BodyProblems.isTooLarge(ex) ? HttpStatus.CONTENT_TOO_LARGE : status;
        List<FieldProblem> errors = fitting.equals(status) ? ParameterProblems.of(ex) : List.of();
        return documents.of(fitting, errors, headers, exchange);
    }

    private ResponseEntity<Object> plain(HttpStatus status, HttpHeaders headers, ServletWebRequest exchange) {
        return documents.of(status, List.of(), headers, exchange);
    }

    private static boolean isAnonymous() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }
}
