package se.tidig.engine.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address when passwords are guessed. */
final class ClientNetwork {

    /** A household or a server is given a whole network of this many bytes, and may use all its addresses. */
    private static final int BYTES = 8;

    private ClientNetwork() {}

    /** The IPv4 address, or the /64 network of an IPv6 address. A text that is no IP address is returned as it is. */
    static String of(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return address;
        }
        try {
            // A text with a colon is never looked up in the name service.
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
