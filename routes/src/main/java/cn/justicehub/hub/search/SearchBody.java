package cn.justicehub.hub.search;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.violation.Violation;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.SearchKeys;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.ledger.json.Json;
import cn.justicehub.ledger.json.JsonNumber;
import cn.justicehub.ledger.json.JsonObject;
import cn.justicehub.ledger.json.JsonString;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One search's body; gathers all that is wrong with it. */
final class SearchBody {

    private static final Set<String> MEMBERS = Set.of("type", "keys", "state", "flag", "dueBefore", "cursor", "limit");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern PLAIN_POINTER = Pattern.compile("(/[A-Za-z][A-Za-z0-9]{0,39}){1,8}");
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final int MOST_KEYS = 8;
    private static final int LONGEST_VALUE = 200;

    private final JsonObject body;
    private final Catalogue catalogue;
    private final IndexKey indexKey;
    private final List<Violation> violations = new ArrayList<>();

    SearchBody(JsonObject body, Catalogue catalogue, IndexKey indexKey) {
        this.body = body;
        this.catalogue = catalogue;
        this.indexKey = indexKey;
    }

    Criteria criteria(Caller caller) {
        if (!MEMBERS.containsAll(body.members().keySet())) {
            add("", "查询含有未定义的成员", "the search has a member that is not defined");
        }
        ExchangeType type = type();
        Criteria criteria = new Criteria(
                caller,
                type == null ? null : type.name(),
                keys(type),
                state(type),
                name("flag"),
                dueBefore(),
                Cursor.read(text("cursor")),
                limit());
        if (!violations.isEmpty()) {
            throw Refusal.of(422, violations);
        }
        return criteria;
    }

    private @Nullable ExchangeType type() {
        String name = text("type");
        ExchangeType type = name == null ? null : catalogue.active(name);
        if (name != null && type == null) {
            add("/type", "没有此类交换事项", "there is no such exchange type");
        }
        return type;
    }

    private List<Criteria.Key> keys(@Nullable ExchangeType type) {
        Json keys = body.get("keys");
        if (keys == null) {
            return List.of();
        }
        if (!(keys instanceof JsonObject object) || object.members().size() > MOST_KEYS) {
            add("/keys", "检索字段须为对象，且不超过8项", "keys is an object of at most 8 members");
            return List.of();
        }
        if (type == null) {
            needsType("/keys");
            return List.of();
        }
        List<Criteria.Key> digests = new ArrayList<>();
        object.members().forEach((pointer, value) -> key(type, pointer, value, digests));
        return digests;
    }

    private void key(ExchangeType type, String pointer, Json value, List<Criteria.Key> digests) {
        if (!type.keys().contains(pointer)) {
            add(field(pointer), "该类事项不能按此字段检索", "exchanges of this type are not searched by this pointer");
        } else if (value instanceof JsonString text && text.value().length() <= LONGEST_VALUE) {
            digests.add(new Criteria.Key(pointer, SearchKeys.digests(indexKey, type, pointer, text.value())));
        } else {
            add(field(pointer), "检索值须为不超过200字的文本", "a key's value is a string of at most 200 characters");
        }
    }

    /** Names the member, unless it may be a value that stands in the wrong place. */
    private static String field(String pointer) {
        return PLAIN_POINTER.matcher(pointer).matches() ? "/keys/" + pointer.replace("/", "~1") : "/keys";
    }

    private @Nullable String state(@Nullable ExchangeType type) {
        String state = name("state");
        if (state != null && type == null) {
            needsType("/state");
        }
        return state;
    }

    private void needsType(String field) {
        if (body.get("type") == null) {
            add(field, "须同时给出事项类型", "this is only searched within a type");
        }
    }

    private @Nullable String name(String member) {
        String text = text(member);
        if (text != null && !NAME.matcher(text).matches()) {
            add("/" + member, "名称格式不正确", "not the form of a name");
        }
        return text;
    }

    private @Nullable Long dueBefore() {
        String text = text("dueBefore");
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            add("/dueBefore", "须为带时区的日期时间(RFC 3339)", "dueBefore must be an RFC 3339 date-time with offset");
            return null;
        }
    }

    private int limit() {
        Json limit = body.get("limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit instanceof JsonNumber number && number.value() >= 1 && number.value() <= LARGEST_LIMIT) {
            return (int) number.value();
        }
        add("/limit", "每页条数须为1至200", "limit is 1 to 200");
        return DEFAULT_LIMIT;
    }

    private @Nullable String text(String member) {
        Json value = body.get(member);
        if (value instanceof JsonString text) {
            return text.value();
        }
        if (value != null) {
            add("/" + member, "须为文本", "must be a string");
        }
        return null;
    }

    private void add(String field, String messageZh, String message) {
        violations.add(Violation.of("E-SCHEMA", field, messageZh, message));
    }
}
