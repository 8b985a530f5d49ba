package cn.justicehub.hub.crypto;

import org.jspecify.annotations.Nullable;

/** Sealed bytes do not open: another key, another place, or changed bytes. */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
