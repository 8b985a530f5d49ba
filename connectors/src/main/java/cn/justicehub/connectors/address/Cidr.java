package cn.justicehub.connectors.address;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An address block such as {@code 10.1.0.0/16} or {@code fd00::/8} (RFC 4632, RFC 4291 §2.3). Immutable. */
public final class Cidr {

    /** Blocks that are private: RFC 1918, shared address space (RFC 6598), unique local IPv6 (RFC 4193). */
    static final List<Cidr> PRIVATE =
            List.of(of("10.0.0.0/8"), of("172.16.0.0/12"), of("192.168.0.0/16"), of("100.64.0.0/10"), of("fc00::/7"));

    private final byte[] network;
    private final int prefix;

    private Cidr(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** The block that {@code text} spells; empty when it is malformed or has bits set behind the prefix. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return IpLiteral.parse(text.substring(0, slash))
                .map(InetAddress::getAddress)
                .filter(bytes -> prefix <= bytes.length * 8 && Arrays.equals(bytes, masked(bytes, prefix)))
                .map(bytes -> new Cidr(bytes, prefix));
    }

    static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an address block: " + text));
    }

    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == network.length && Arrays.equals(masked(bytes, prefix), network);
    }

    /** Whether every address of this block is a private one. */
    public boolean isPrivate() {
        return PRIVATE.stream().anyMatch(block -> block.covers(this));
    }

    private boolean covers(Cidr other) {
        return other.network.length == network.length
                && other.prefix >= prefix
                && Arrays.equals(masked(other.network, prefix), network);
    }

    private static byte[] masked(byte[] bytes, int prefix) {
        byte[] out = bytes.clone();
        for (int i = 0; i < out.length; i++) {
            int bits = Math.min(8, Math.max(0, prefix - i * 8));
            out[i] = (byte) (out[i] & (0xff << (8 - bits)));
        }
        return out;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cidr cidr && prefix == cidr.prefix && Arrays.equals(network, cidr.network);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(network) + prefix;
    }
}
