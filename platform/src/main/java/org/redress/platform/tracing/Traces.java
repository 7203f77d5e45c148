package org.redress.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.messaging.EventHeaders;
import org.redress.platform.time.RealTime;

/**
 * Tells a collector which petition was where from when to when: its taking, each of its events on the way to the broker, and
 * each consumer that applied one. A span holds names of events and services and ids, and nothing that anybody wrote.
 * Where nothing is traced it does nothing, and where no collector answers nobody waits for it.
 */
public final class Traces implements AutoCloseable {

    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-01");

    private static final Traces NONE = new Traces(null, 0);

    private final @Nullable SdkTracerProvider provider;
    private final double share;

    private Traces(@Nullable SdkTracerProvider provider, double share) {
        this.provider = provider;
        this.share = share;
    }

    /** Those of a service that traces nothing. */
    public static Traces none() {
        return NONE;
    }

    /** Those that a collector is told; what does not fit into the queue while it is away is dropped. */
    static Traces to(TracingSettings settings, String service) {
        OtlpHttpSpanExporter exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(settings.endpoint()).build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
                .setIdGenerator(new PetitionIds())
                .setSampler(Sampler.alwaysOn())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        return new Traces(provider, settings.share());
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }

    /**
     * A petition was taken: the root of its trace.
     *
     * @param began real time when it was handed in
     */
    public void taken(String petitionId, Instant began) {
        trace(petitionId)
                .ifPresent(trace -> PetitionIds.rootOf(
                                trace,
                                tracer().spanBuilder("petition taken")
                                        .setNoParent()
                                        .setSpanKind(SpanKind.SERVER)
                                        .setStartTimestamp(began))
                        .end(RealTime.now()));
    }

    /**
     * An event is about to go to the broker.
     *
     * @param eventId tells when it was recorded, which is when the span begins
     * @return its span; empty where the petition is not traced
     */
    public Optional<Publication> publishing(String petitionId, String eventId, String type, String topic) {
        return trace(petitionId)
                .map(trace -> new Publication(span(type, trace.root(), SpanKind.PRODUCER, recordedAt(eventId))
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.operation.type", "send")
                        .setAttribute("messaging.destination.name", topic)
                        .setAttribute("messaging.message.id", eventId)
                        .startSpan()));
    }

    /**
     * A consumer applied an event, or set it aside.
     *
     * @param traceparent what the event's publisher wrote; nothing is told where there is none
     * @param began real time when the consumer turned to it
     * @param cause why it was set aside, by the kind of the failure alone; absent where it was applied
     */
    public void consumed(
            Optional<String> traceparent, EventHeaders event, String consumer, Instant began, @Nullable String cause) {
        parent(traceparent).filter(context -> provider != null).ifPresent(context -> {
            Span span = span(consumer + " takes " + event.type(), context, SpanKind.CONSUMER, began)
                    .setAttribute("messaging.system", "kafka")
                    .setAttribute("messaging.operation.type", "process")
                    .setAttribute("messaging.consumer.group.name", consumer)
                    .setAttribute("messaging.message.id", event.eventId())
                    .startSpan();
            if (cause != null) {
                span.setAttribute("error.type", cause);
                span.setStatus(StatusCode.ERROR);
            }
            span.end(RealTime.now());
        });
    }

    private Optional<PetitionTrace> trace(String petitionId) {
        return provider == null
                ? Optional.empty()
                : PetitionTrace.of(petitionId).filter(trace -> trace.isWithin(share));
    }

    private Tracer tracer() {
        return Objects.requireNonNull(provider).get("org.redress");
    }

    private SpanBuilder span(String name, SpanContext parent, SpanKind kind, Instant began) {
        return tracer().spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(parent)))
                .setSpanKind(kind)
                .setStartTimestamp(began);
    }

    private static Optional<SpanContext> parent(Optional<String> traceparent) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(matcher -> SpanContext.createFromRemoteParent(
                        matcher.group(1), matcher.group(2), TraceFlags.getSampled(), TraceState.getDefault()));
    }

    /** An event's id is a UUID of version 7, which begins with the moment it was made. */
    private static Instant recordedAt(String eventId) {
        return Instant.ofEpochMilli(UUID.fromString(eventId).getMostSignificantBits() >>> 16);
    }
}
