package org.redress.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;
import org.redress.platform.time.RealTime;

/** An event on its way to the broker. */
public final class Publication {

    private final Span span;

    Publication(Span span) {
        this.span = span;
    }

    /** What its consumers go on from, in the form of W3C Trace Context. */
    public String traceparent() {
        SpanContext context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-01";
    }

    /**
     * The broker answered.
     *
     * @param failure why it did not take the event, by its kind alone; absent when it did
     */
    public void ended(@Nullable Exception failure) {
        if (failure != null) {
            span.setAttribute("error.type", failure.getClass().getName());
            span.setStatus(StatusCode.ERROR);
        }
        span.end(RealTime.now());
    }
}
