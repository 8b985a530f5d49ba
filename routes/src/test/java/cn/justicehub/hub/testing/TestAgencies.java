package cn.justicehub.hub.testing;

import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.Channel;
import cn.justicehub.connectors.agency.Credential;
import cn.justicehub.connectors.agency.Limits;
import cn.justicehub.connectors.agency.SignaturePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Agencies that exist in tests only. */
public final class TestAgencies {

    private TestAgencies() {}

    /** An agency that fetches its messages, with one client named like itself; its hash is quick to check. */
    public static Agency agency(String code, String role, String secret) {
        return new Agency(
                code,
                "测试机构",
                "91350100M000100Y43",
                Set.of(role),
                "DISTRICT",
                new Channel.Pull(Duration.ofHours(1)),
                SignaturePolicy.OPTIONAL,
                List.of(),
                Limits.DEFAULT,
                List.of(new Credential(code, "{bcrypt}" + new BCryptPasswordEncoder(4).encode(secret))),
                "0".repeat(64));
    }
}
