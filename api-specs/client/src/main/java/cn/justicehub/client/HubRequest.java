package cn.justicehub.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One request to the hub, as the generated operations build it. */
public final class HubRequest {

    private final String method;
    private final StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    private String path;
    private byte @Nullable [] body;

    /**
     * @param method HTTP method
     * @param template path with its parameters in braces
     */
    public HubRequest(String method, String template) {
        this.method = method;
        this.path = template;
    }

    public HubRequest path(String name, Object value) {
        path = path.replace("{" + name + "}", encoded(value));
        return this;
    }

    /** A query parameter; left out when null. */
    public HubRequest query(String name, @Nullable Object value) {
        if (value != null) {
            query.add(name + "=" + encoded(value));
        }
        return this;
    }

    /** A JSON body, sent byte for byte. */
    public HubRequest body(byte[] json) {
        body = json.clone();
        return this;
    }

    String method() {
        return method;
    }

    String pathAndQuery() {
        return path + query;
    }

    byte @Nullable [] body() {
        return body == null ? null : body.clone();
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
