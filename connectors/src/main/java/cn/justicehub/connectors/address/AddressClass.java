package cn.justicehub.connectors.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** What kind of network an address belongs to, as far as the hub's rules care. */
public enum AddressClass {
    /** Routable anywhere. */
    GLOBAL,
    /** RFC 1918, RFC 6598, RFC 4193: somebody's internal network. */
    PRIVATE,
    /** This machine. */
    LOOPBACK,
    /** Never to be contacted: unspecified, link-local, metadata, multicast, broadcast, reserved and documentation addresses, local NAT64. */
    FORBIDDEN;

    private static final List<Cidr> METADATA = cidrs(
            "169.254.169.254/32",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "192.0.0.192/32",
            "fd00:ec2::254/128",
            "fd20:ce::254/128");

    private static final List<Cidr> RESERVED = cidrs(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "64:ff9b::/32",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    private static final List<Cidr> LOOPBACKS = cidrs("127.0.0.0/8", "::1/128");

    /**
     * Classifies an address; one that wraps an IPv4 address (mapped, compatible, NAT64, 6to4) is what that IPv4 address is.
     * Under NAT64's local-use prefix (64:ff9b:1::/48) only the translator knows where the IPv4 address lies: forbidden.
     */
    public static AddressClass of(InetAddress address) {
        InetAddress real = unwrapped(address);
        if (in(METADATA, real) || in(RESERVED, real)) {
            return FORBIDDEN;
        }
        if (in(LOOPBACKS, real)) {
            return LOOPBACK;
        }
        return in(Cidr.PRIVATE, real) ? PRIVATE : GLOBAL;
    }

    /** The IPv4 address inside a wrapping IPv6 address (RFC 4291 §2.5.5, RFC 6052 §2.1, RFC 3056), else the address itself. */
    static InetAddress unwrapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return address;
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return v4(bytes, 2);
        }
        boolean nat64 = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b) && zero(bytes, 4, 12);
        boolean mapped = zero(bytes, 0, 10) && bytes[10] == -1 && bytes[11] == -1;
        boolean compatible = zero(bytes, 0, 12) && !zero(bytes, 12, 15);
        return nat64 || mapped || compatible ? v4(bytes, 12) : address;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[i] != (byte) prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean zero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean in(List<Cidr> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<Cidr> cidrs(String... blocks) {
        return Arrays.stream(blocks).map(Cidr::of).toList();
    }
}
