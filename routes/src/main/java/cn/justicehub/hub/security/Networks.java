package cn.justicehub.hub.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whose address it is: one IPv4 address, or the /64 of an IPv6 address, within which a single host has as many as it likes. */
final class Networks {

    private static final int NETWORK_BYTES = 8;

    private Networks() {}

    /** @param literal an address as a servlet gives it; anything else stands for itself */
    static String of(String literal) {
        if (literal.indexOf(':') < 0) {
            return literal;
        }
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "/64"
                    : address.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return literal;
        }
    }
}
