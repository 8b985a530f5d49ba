package cn.justicehub.connectors.address;

import java.net.InetAddress;
import java.util.List;

/**
 * Where the hub may connect for one agency: global addresses always, private ones only within the agency's own blocks, this
 * machine only in the sandbox, forbidden ones never (PATH §3).
 *
 * @param sandbox whether loopback is allowed
 * @param allowed the private blocks that the agency's folder names
 */
public record AddressRules(boolean sandbox, List<Cidr> allowed) {

    public AddressRules {
        allowed = List.copyOf(allowed);
    }

    public boolean allows(InetAddress address) {
        return switch (AddressClass.of(address)) {
            case GLOBAL -> true;
            case PRIVATE -> allowed.stream().anyMatch(block -> block.contains(AddressClass.unwrapped(address)));
            case LOOPBACK -> sandbox;
            case FORBIDDEN -> false;
        };
    }
}
