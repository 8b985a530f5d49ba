package cn.justicehub.api.openapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of operations and schemas, made from the kebab-case names of types and acts. */
final class Names {

    private Names() {}

    /** {@code assign} in {@code defence-notice} is {@code assignDefenceNotice}. */
    static String operation(String type, String act) {
        String pascal = pascal(act);
        return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1) + pascal(type);
    }

    /** Schema of an act's body: {@code AssignDefenceNotice}. */
    static String body(String type, String act) {
        return pascal(act) + pascal(type);
    }

    /** Schema of an act's payload: {@code AssignDefenceNoticePayload}. */
    static String payload(String type, String act) {
        return body(type, act) + "Payload";
    }

    static String pascal(String name) {
        return Arrays.stream(name.split("[^0-9A-Za-z]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
