package org.redress.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes the spans that services send by OTLP over HTTP. */
final class SpanCollector implements AutoCloseable {

    /**
     * A span and who sent it.
     *
     * @param service the service
     * @param span what it sent
     */
    record Told(String service, Span span) {

        String trace() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        String says() {
            return service + ": " + span.getName();
        }
    }

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Told> of(String petitionId) {
        String trace = petitionId.replace("-", "");
        return told.stream().filter(each -> each.trace().equals(trace)).toList();
    }

    List<Told> all() {
        return List.copyOf(told);
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(
                packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody());
        for (ResourceSpans spans : request.getResourceSpansList()) {
            String service = service(spans.getResource());
            spans.getScopeSpansList()
                    .forEach(scope -> scope.getSpansList().forEach(span -> told.add(new Told(service, span))));
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("?");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
