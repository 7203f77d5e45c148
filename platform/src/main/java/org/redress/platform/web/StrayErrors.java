package org.redress.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers what the container refused by itself, outside every handler, with a problem document too. */
@Hidden
@RestController
class StrayErrors implements ErrorController {

    private final ProblemDocuments documents;

    StrayErrors(ProblemDocuments documents) {
        this.documents = documents;
    }

    @RequestMapping("/error")
    ResponseEntity<Object> error(ServletWebRequest exchange) {
        return documents.of(status(exchange.getRequest()), List.of(), new HttpHeaders(), exchange);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
