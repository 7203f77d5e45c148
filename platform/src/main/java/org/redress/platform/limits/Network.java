package org.redress.platform.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: all of IPv4, and the first 64 bits of IPv6, of which every household has many. */
final class Network {

    private static final int PREFIX_BYTES = 8;

    private Network() {}

    static String of(String address) {
        // Nothing with a colon is ever looked up.
        return address.indexOf(':') < 0 ? address : sixes(address);
    }

    private static String sixes(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
