package org.redress.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Gives the root of a petition's trace the ids that follow from its number, and every other span one drawn at random. */
final class PetitionIds implements IdGenerator {

    private static final ThreadLocal<@Nullable PetitionTrace> ROOT = new ThreadLocal<>();

    private final IdGenerator random = IdGenerator.random();

    /** The root span of a petition's trace. */
    static Span rootOf(PetitionTrace trace, SpanBuilder builder) {
        ROOT.set(trace);
        try {
            return builder.startSpan();
        } finally {
            ROOT.remove();
        }
    }

    @Override
    public String generateTraceId() {
        PetitionTrace root = ROOT.get();
        return root == null ? random.generateTraceId() : root.id();
    }

    @Override
    public String generateSpanId() {
        PetitionTrace root = ROOT.get();
        return root == null ? random.generateSpanId() : root.rootId();
    }
}
