package cn.justicehub.connectors.agency;

import cn.justicehub.connectors.address.AddressClass;
import cn.justicehub.connectors.address.AddressRules;
import cn.justicehub.connectors.address.Cidr;
import cn.justicehub.connectors.address.IpLiteral;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how messages reach an agency, and checks its address as far as that is possible without asking a name server. */
final class ChannelReader {

    private static final Duration ACK_WITHIN = Duration.ofHours(24);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    private final boolean sandbox;

    ChannelReader(boolean sandbox) {
        this.sandbox = sandbox;
    }

    Channel read(Section channel) {
        channel.only("pull", "push");
        if (channel.has("pull") == channel.has("push")) {
            channel.fault("", "must name exactly one of pull, push");
        }
        return channel.has("push") ? push(channel.section("push")) : pull(channel.section("pull"));
    }

    private static Channel pull(Section pull) {
        pull.only("ackWithin");
        return new Channel.Pull(pull.duration("ackWithin", ACK_WITHIN, Duration.ofMinutes(1), Duration.ofDays(30)));
    }

    private Channel push(Section push) {
        push.only("address", "allowedCidrs", "connectTimeout", "requestTimeout");
        List<String> cidrs = push.texts("allowedCidrs");
        List<Cidr> blocks =
                cidrs.stream().map(Cidr::parse).flatMap(Optional::stream).toList();
        if (blocks.size() < cidrs.size() || !blocks.stream().allMatch(Cidr::isPrivate)) {
            push.fault("allowedCidrs", "must be blocks such as 10.1.0.0/16 of private addresses only");
        }
        Duration longest = Duration.ofMinutes(2);
        Duration connect =
                push.duration("connectTimeout", CONNECT_TIMEOUT, Duration.ofMillis(100), Duration.ofMinutes(1));
        Duration request = push.duration("requestTimeout", REQUEST_TIMEOUT, Duration.ofMillis(100), longest);
        return new Channel.Push(address(push, blocks), cidrs, connect, request);
    }

    private URI address(Section push, List<Cidr> blocks) {
        URI uri = uri(push.text("address"));
        String host = uri.getHost();
        if (host == null) {
            if (push.has("address")) {
                push.fault("address", "must be an absolute URL with a host");
            }
            return uri;
        }
        boolean loopback = host.equals("localhost")
                || IpLiteral.parse(host)
                        .map(AddressClass::of)
                        .filter(AddressClass.LOOPBACK::equals)
                        .isPresent();
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && sandbox && loopback)) {
            push.fault("address", "must be https (http only on this machine, in the sandbox)");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            push.fault("address", "must have neither user information nor a fragment");
        }
        AddressRules rules = new AddressRules(sandbox, blocks);
        boolean refused = IpLiteral.parse(host).filter(ip -> !rules.allows(ip)).isPresent();
        if (refused || (loopback && !sandbox)) {
            push.fault("address", "lies where the hub may not connect for this agency");
        }
        return uri;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return URI.create("");
        }
    }
}
