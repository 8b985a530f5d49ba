package cn.justicehub.connectors.push;

import cn.justicehub.connectors.address.AddressRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The only way from a name to a connection: resolves once and hands over checked addresses, so that the address which was checked
 * is the one connected to. A name with even one refused address is refused, for no honest agency has such a name.
 */
final class CheckedDns implements DnsResolver {

    private final NameService names;
    private final AddressRules rules;

    CheckedDns(NameService names, AddressRules rules) {
        this.names = names;
        this.rules = rules;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!rules.allows(address)) {
                throw new AddressRefused();
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
