package org.redress.bench.throughput;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to intake that is kept open: HTTP/1.1 with nothing but what this one request needs, so that the
 * generator takes little of the processors it shares with what it measures.
 */
final class Connection implements AutoCloseable {

    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String LENGTH = "content-length:";
    private static final String LAST = "connection: close";

    private final Socket socket;
    private final InputStream in;
    private final String head;
    private boolean open = true;

    Connection(int port, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 4_096);
        head = """
                POST /api/petitions HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length:\s""".formatted(port, token);
    }

    /** An answer's status and body. */
    record Answer(int status, String body) {}

    /** Posts a body and waits for the answer. */
    Answer post(byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + body.length + 16);
        request.writeBytes((head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        request.writeTo(socket.getOutputStream());
        return answer();
    }

    /** False once the server said that it answers no more here, as it does after a number of requests. */
    boolean isOpen() {
        return open;
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String field = line(); !field.isEmpty(); field = line()) {
            String lower = field.toLowerCase(Locale.ROOT);
            chunked |= lower.startsWith(CHUNKED);
            open &= !lower.equals(LAST);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
        }
        return new Answer(status, new String(chunked ? chunks() : exactly(length), StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(256);
        for (int size = size(); size > 0; size = size()) {
            all.writeBytes(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the connection was closed within an answer");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(48);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
