package cn.justicehub.hub.intake;

import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonFault;
import cn.justicehub.ledger.json.JsonObject;

/** Turns received bytes into a body, strictly: one meaning for every reader, or a refusal. */
public final class Decoder {

    private static final int MAX_DEPTH = 32;

    private Decoder() {}

    /**
     * The body in the bytes.
     *
     * @throws Refusal 400 when they are not strict JSON (RFC 8259, RFC 7493) or not an object
     */
    public static JsonObject decode(byte[] bytes) {
        try {
            if (Json.parse(bytes, MAX_DEPTH) instanceof JsonObject body) {
                return body;
            }
        } catch (JsonFault fault) {
            throw Refusal.of(400, "E-SCHEMA", "", zh(fault), english(fault));
        }
        throw Refusal.of(400, "E-SCHEMA", "", "报文须为JSON对象", "the body must be a JSON object");
    }

    private static String english(JsonFault fault) {
        return "not strict JSON at byte " + fault.offset() + ": " + fault.kind();
    }

    private static String zh(JsonFault fault) {
        String what =
                switch (fault.kind()) {
                    case NOT_UTF8 -> "不是有效的UTF-8编码";
                    case DUPLICATE_KEY -> "同一对象中有重复的成员名";
                    case TOO_DEEP -> "嵌套层数过多";
                    case TOO_MANY -> "数据项过多";
                    case NUMBER_RANGE, NOT_INTEGER -> "数字须为2^53以内的整数，金额和小数请用文本";
                    default -> "不符合JSON语法";
                };
        return "报文无法读取：第" + fault.offset() + "字节处" + what;
    }
}
