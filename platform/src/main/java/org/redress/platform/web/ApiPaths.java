package org.redress.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The paths programs ask by token; everything else is a page. */
final class ApiPaths {

    private static final List<String> STARTS = List.of("/api/", "/internal/", "/actuator/", "/v3/api-docs");

    private ApiPaths() {}

    /** Tells whether a mapping is one of our own interfaces. */
    static boolean isInterface(String pattern) {
        return pattern.startsWith("/api/") || pattern.startsWith("/internal/");
    }

    static String[] patterns() {
        return new String[] {"/api/**", "/internal/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml"};
    }

    /** Tells whether what was asked for is a page, also while the container tells of its failure. */
    static boolean arePages(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return STARTS.stream().noneMatch(path::startsWith);
    }
}
