package cn.justicehub.ledger.json;

import org.jspecify.annotations.Nullable;

/** null. */
public enum JsonNull implements Json {
    NULL;

    @Override
    public @Nullable Object toJava() {
        return null;
    }
}
