package org.redress.starters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

    /** The only address that anything started here listens on. */
    public static final String LOOPBACK = "127.0.0.1";

    // Nothing listens on a port yet when the next is asked for.
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * Returns a port that nothing listened on a moment ago, never the same one twice. It lies below those that systems give to outgoing
     * connections (32768 to 60999 on Linux), one of which could take it before it is listened on.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(10_000, 32_768)
                .limit(1_000)
                .filter(Ports::isFree)
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This machine gives no free port on " + LOOPBACK));
    }

    /** Tells whether a port can be listened on. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Stops with one sentence where a port is taken.
     *
     * @throws StartFailure when something listens on the port already
     */
    public static void requireFree(String name, int port) {
        if (!isFree(port)) {
            throw new StartFailure(
                    "Port %d for %s is taken by another program: end that program or choose another port."
                            .formatted(port, name));
        }
    }

    /** Tells whether something accepts connections on a port. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
