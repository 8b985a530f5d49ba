package cn.justicehub.hub.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/** Lets one user into the embedded broker: the hub itself, by a password that lives as long as the process. */
final class HubOnly implements ActiveMQSecurityManager {

    static final String USER = "hub";

    private final String password;

    private HubOnly(String password) {
        this.password = password;
    }

    static HubOnly withFreshPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new HubOnly(HexFormat.of().formatHex(bytes));
    }

    String password() {
        return password;
    }

    @Override
    public boolean validateUser(@Nullable String user, @Nullable String given) {
        return USER.equals(user)
                && given != null
                && MessageDigest.isEqual(
                        password.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean validateUserAndRole(
            @Nullable String user, @Nullable String given, Set<Role> roles, CheckType checkType) {
        return validateUser(user, given);
    }
}
