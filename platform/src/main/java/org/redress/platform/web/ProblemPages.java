package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.context.request.ServletWebRequest;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Shows a refusal as a small page to a reader with a browser. */
final class ProblemPages {

    static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, UTF_8);

    // Made late: pages are wired after the edge.
    private final ObjectProvider<ISpringTemplateEngine> templates;

    ProblemPages(ObjectProvider<ISpringTemplateEngine> templates) {
        this.templates = templates;
    }

    boolean areFor(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && ApiPaths.arePages(request);
    }

    String page(ProblemDetail problem, Locale locale, ServletWebRequest exchange) {
        HttpServletRequest request = exchange.getRequest();
        IServletWebExchange pages = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, Objects.requireNonNull(exchange.getResponse()));
        return templates
                .getObject()
                .process("redress/problem", new WebContext(pages, locale, Map.of("problem", problem)));
    }
}
