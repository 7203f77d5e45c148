package org.redress.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.LocaleResolver;

/** Writes problem documents (RFC 9457) in the reader's language; to a browser that asked for a page, as a page. */
final class ProblemDocuments {

    private final Messages messages;
    private final LocaleResolver locales;
    private final ProblemPages pages;

    ProblemDocuments(Messages messages, LocaleResolver locales, ProblemPages pages) {
        this.messages = messages;
        this.locales = locales;
        this.pages = pages;
    }

    ResponseEntity<Object> of(RefusedException refused, ServletWebRequest exchange) {
        Locale locale = locales.resolveLocale(exchange.getRequest());
        ProblemDetail body = body(refused.status(), refused.detail(), refused.errors(), locale);
        refused.properties().forEach(body::setProperty);
        return answer(body, refused.headers(), locale, exchange);
    }

    ResponseEntity<Object> of(
            HttpStatusCode status, List<FieldProblem> errors, HttpHeaders headers, ServletWebRequest exchange) {
        Locale locale = locales.resolveLocale(exchange.getRequest());
        return answer(body(status, null, errors, locale), headers, locale, exchange);
    }

    /** The problem of a status alone, for who cannot reach a handler. */
    ProblemDetail of(HttpStatusCode status, HttpServletRequest request) {
        return body(status, null, List.of(), locales.resolveLocale(request));
    }

    private ProblemDetail body(
            HttpStatusCode status, @Nullable Message detail, List<FieldProblem> errors, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("urn:redress:problem:" + status.value()));
        body.setTitle(messages.text(known("title.", status), locale));
        body.setDetail(messages.text(detail == null ? known("detail.", status) : detail, locale));
        if (!errors.isEmpty()) {
            body.setProperty(
                    "errors", errors.stream().map(error -> of(error, locale)).toList());
        }
        return body;
    }

    private Map<String, String> of(FieldProblem error, Locale locale) {
        String problem = messages.text(error.problem(), locale);
        String accepted = messages.textOrNull(error.accepted(), locale);
        return accepted == null
                ? Map.of("field", error.field(), "problem", problem)
                : Map.of("field", error.field(), "problem", problem, "accepted", accepted);
    }

    private Message known(String prefix, HttpStatusCode status) {
        String code = prefix + status.value();
        String text = messages.text(Message.of(code), Locale.ROOT);
        return Message.of(code.equals(text) ? prefix + (status.is5xxServerError() ? "500" : "400") : code);
    }

    private ResponseEntity<Object> answer(
            ProblemDetail body, HttpHeaders headers, Locale locale, ServletWebRequest exchange) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(body.getStatus())
                .headers(headers)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        return pages.areFor(exchange.getRequest())
                ? answer.contentType(ProblemPages.TYPE).body(pages.page(body, locale, exchange))
                : answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }
}
