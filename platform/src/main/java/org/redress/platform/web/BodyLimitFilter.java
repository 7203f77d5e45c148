package org.redress.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what bodies hold of memory: each by its length, announced or read; all that are under way together; and a slow
 * sender by time.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final ToLongFunction<String> limits;
    private final Duration time;
    private final BodiesInFlight inFlight;

    /** With the longest body of each path. */
    BodyLimitFilter(ToLongFunction<String> limits, Duration time, BodiesInFlight inFlight) {
        this.limits = limits;
        this.time = time;
        this.inFlight = inFlight;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limits.applyAsLong(request.getRequestURI());
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw new BodyTooLargeException(limit);
        }
        try (BodiesInFlight.Share share = inFlight.share()) {
            if (isForm(request)) {
                // The container reads forms by itself, past our stream.
                share.take(announced < 0 ? limit : announced);
            }
            chain.doFilter(new LimitedRequest(request, new Measure(limit, time, share)), response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** How much was read of a body, and since when. */
    private static final class Measure {

        private final long limit;
        private final long until;
        private final BodiesInFlight.Share share;
        private long seen;

        Measure(long limit, Duration time, BodiesInFlight.Share share) {
            this.limit = limit;
            this.until = System.nanoTime() + time.toNanos();
            this.share = share;
        }

        void count(int read) throws BodyTooLargeException {
            seen += read;
            if (seen > limit) {
                throw new BodyTooLargeException(limit);
            }
            share.take(read);
            if (System.nanoTime() - until > 0) {
                throw new RefusedException(HttpStatus.REQUEST_TIMEOUT, Message.of("detail.408"));
            }
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final Measure measure;

        LimitedRequest(HttpServletRequest request, Measure measure) {
            super(request);
            this.measure = measure;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), measure);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final Measure measure;

        LimitedStream(ServletInputStream body, Measure measure) {
            this.body = body;
            this.measure = measure;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            measure.count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            measure.count(Math.max(0, read));
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
