package cn.justicehub.connectors.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.connectors.agency.Limits;
import cn.justicehub.connectors.agency.SignaturePolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Agencies to push to, made without a folder. */
final class PushAgencies {

    static final WebhookSecret SECRET = WebhookSecret.parse(WebhookSecret.format(new byte[32]));

    private PushAgencies() {}

    static Agency at(String url) {
        return at("firm-1", url, Duration.ofSeconds(10), 4, "");
    }

    static Agency at(String code, String url, Duration timeout, int inFlight, String digest, String... cidrs) {
        return new Agency(
                code,
                "测试律所",
                "31690106MTEX00001U",
                Set.of("law-firm"),
                "",
                new Channel.Push(URI.create(url), List.of(cidrs), Duration.ofSeconds(2), timeout),
                SignaturePolicy.OPTIONAL,
                List.of(),
                new Limits(inFlight, 256),
                List.of(),
                digest);
    }

    static PushMessage message(String id) {
        return new PushMessage(id, "{\"测试\":1}".getBytes(UTF_8), Instant.now());
    }
}
