package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where an exception becomes an answer; no internal message passes it. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Duration OUTAGE_RETRY = Duration.ofSeconds(5);

    private final ProblemDocuments documents;
    private final LocaleResolver locales;

    ProblemAdvice(ProblemDocuments documents, LocaleResolver locales) {
        this.documents = documents;
        this.locales = locales;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException refused, HttpServletRequest request) {
        return documents.of(refused, locales.resolveLocale(request));
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLargeException tooLarge, HttpServletRequest request) {
        return plain(HttpStatus.CONTENT_TOO_LARGE, new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException failure, HttpServletRequest request) {
        HttpStatus status = HttpStatus.UNAUTHORIZED;
        String challenge = "Bearer";
        if (failure instanceof OAuth2AuthenticationException oauth
                && oauth.getError() instanceof BearerTokenError error) {
            status = error.getHttpStatus();
            challenge = "Bearer error=\"" + error.getErrorCode() + "\"";
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        return plain(status, headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException denied, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (isAnonymous()) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return plain(HttpStatus.UNAUTHORIZED, headers, request);
        }
        return plain(HttpStatus.FORBIDDEN, headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> broken(Exception failure, HttpServletRequest request) {
        if (DatabaseOutage.is(failure)) {
            LOG.warn("The database is away: {}", failure.getClass().getSimpleName());
            return refused(new UnavailableException("detail.database", OUTAGE_RETRY), request);
        }
        LOG.error("{} failed", request.getMethod(), failure);
        return plain(HttpStatus.INTERNAL_SERVER_ERROR, new HttpHeaders(), request);
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
        return answer(ex, headers, status, locales.resolveLocale(servlet.getRequest()));
    }

    private ResponseEntity<Object> answer(Exception ex, HttpHeaders headers, HttpStatusCode status, Locale locale) {
        RefusedException refused = BodyProblems.refusalIn(ex);
        if (refused != null) {
            return documents.of(refused, locale);
        }
        HttpStatusCode fitting = BodyProblems.isTooLarge(ex) ? HttpStatus.CONTENT_TOO_LARGE : status;
        List<FieldProblem> errors = fitting.equals(status) ? ParameterProblems.of(ex) : List.of();
        return documents.of(fitting, errors, headers, locale);
    }

    private ResponseEntity<Object> plain(HttpStatus status, HttpHeaders headers, HttpServletRequest request) {
        return documents.of(status, List.of(), headers, locales.resolveLocale(request));
    }

    private static boolean isAnonymous() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken;
    }
}
