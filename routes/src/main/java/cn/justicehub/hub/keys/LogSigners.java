package cn.justicehub.hub.keys;

import cn.justicehub.ledger.note.NoteSigner;

/** The keys that sign heads, held in memory. A key is named after the origin it signs for, and signs for no other. */
public final class LogSigners implements LogKeys {

    private final String name;
    private final NoteSigner sha256;
    private final NoteSigner sm3;

    LogSigners(String name, NoteSigner sha256, NoteSigner sm3) {
        this.name = name;
        this.sha256 = sha256;
        this.sm3 = sm3;
    }

    /** The origin of the first generation of a hub's log. */
    static String firstOrigin(String name) {
        return name + "/log/1";
    }

    static boolean belongTo(String name, NoteSigner sha256, NoteSigner sm3) {
        return sha256.name().startsWith(name + "/log/") && sm3.name().equals(sha256.name() + "/sm3");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public NoteSigner sha256(String origin) {
        return named(sha256, origin);
    }

    @Override
    public NoteSigner sm3(String origin) {
        return named(sm3, origin + "/sm3");
    }

    private static NoteSigner named(NoteSigner signer, String wanted) {
        if (!signer.name().equals(wanted)) {
            throw new IllegalStateException("the key " + signer.name() + " does not sign for " + wanted);
        }
        return signer;
    }
}
