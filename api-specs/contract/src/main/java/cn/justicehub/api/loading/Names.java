package cn.justicehub.api.loading;

import java.util.regex.Pattern;

/** How the things of a definition are spelled. */
final class Names {

    static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    static final Pattern UPPER = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    static final Pattern POINTER = Pattern.compile("(/[A-Za-z][A-Za-z0-9]*)+");
    static final Pattern ERROR_CODE = Pattern.compile("E-[A-Z]+");
    static final Pattern EXCHANGE_CODE = Pattern.compile("EX-[0-9]{2}");

    private Names() {}

    static String schemaFile(String act) {
        return "schemas/" + act + ".json";
    }
}
