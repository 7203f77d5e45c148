package org.redress.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server that a test can cut and mend. */
final class Forwarder implements AutoCloseable {

    private final InetSocketAddress target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket server;

    Forwarder(String host, int targetPort) {
        this.target = new InetSocketAddress(host, targetPort);
        this.server = listen(0);
        this.port = server.getLocalPort();
        accept();
    }

    int port() {
        return port;
    }

    void cut() {
        close();
    }

    void mend() {
        server = listen(port);
        accept();
    }

    @Override
    public void close() {
        quietly(server);
        open.forEach(Forwarder::quietly);
        open.clear();
    }

    private void accept() {
        ServerSocket listening = server;
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    connect(listening.accept());
                } catch (IOException e) {
                    quietly(listening);
                }
            }
        });
    }

    private void connect(Socket client) {
        Socket other = new Socket();
        open.add(client);
        open.add(other);
        try {
            other.connect(target);
            pump(client, other);
            pump(other, client);
        } catch (IOException e) {
            quietly(client);
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // Cut: the other end is told below.
            } finally {
                quietly(from);
                quietly(to);
            }
        });
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
