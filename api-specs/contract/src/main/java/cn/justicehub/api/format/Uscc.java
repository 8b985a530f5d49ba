package cn.justicehub.api.format;

import cn.hutool.core.util.CreditCodeUtil;

/** Unified social credit code of GB 32100: eighteen characters without I, O, S, V, Z; the last one is a check. */
public final class Uscc {

    private Uscc() {}

    public static boolean isValid(String value) {
        return CreditCodeUtil.isCreditCode(value);
    }

    static boolean isKnownKind(String value, Registers registers) {
        return registers.usccKinds().contains(value.substring(0, 2));
    }
}
