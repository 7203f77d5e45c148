package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells with a problem document what the container refuses by itself, before anything of ours is reached: a path that is no
 * text, or a request that is none.
 */
final class ContainerProblems extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int WRONG = 400;

    // Made late: the container is wired before the edge.
    private final ObjectProvider<ProblemDocuments> documents;

    ContainerProblems(ObjectProvider<ProblemDocuments> documents) {
        this.documents = documents;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status >= WRONG && response.getContentWritten() == 0 && response.setErrorReported()) {
            ProblemDetail problem = documents.getObject().of(HttpStatusCode.valueOf(status), request);
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("type", problem.getType());
            members.put("title", problem.getTitle());
            members.put("status", status);
            members.put("detail", problem.getDetail());
            write(response, JSON.writeValueAsString(members));
        }
    }

    private void write(Response response, String body) {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            response.getOutputStream().write(body.getBytes(UTF_8));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            // Who asked is gone, or somebody has begun to write: there is nobody to tell any more.
            container.getLogger().debug("an error could not be told", e);
        }
    }
}
