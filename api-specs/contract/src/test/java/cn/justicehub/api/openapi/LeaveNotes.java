package cn.justicehub.api.openapi;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.From;
import cn.justicehub.api.definition.Identity;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.definition.PayloadCheck;
import cn.justicehub.api.violation.Findings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A made-up exchange type with an opening act, a person's act and an act of the hub. */
final class LeaveNotes {

    static final String TYPE = "leave-note";

    private LeaveNotes() {}

    private static JsonNode definitions() {
        return json("""
                {"actor": {"type": "object", "title": "人员", "properties": {"name": {"$ref": "/common.json#/$defs/name"}}},
                 "name": {"type": "string", "title": "姓名"},
                 "size": {"type": "object", "properties": {"inner": {"$ref": "/common.json#/$defs/size"}}}}""");
    }

    static TypeDefinition definition() {
        return definition(TYPE, "submit", "answer");
    }

    static TypeDefinition definition(String name, String opening, String later) {
        return new TypeDefinition(type(name, opening, later), definitions());
    }

    private static ExchangeType type(String name, String opening, String later) {
        return new ExchangeType(
                name,
                3,
                "请假条",
                "00",
                new Identity(List.of("/number"), Identity.Again.REFUSE, Identity.Again.REFUSE, Map.of()),
                Map.of("asker", new Party.Opener("asker", Set.of("court"))),
                List.of("/number"),
                List.of(),
                "ASKED",
                Set.of("ANSWERED"),
                acts(opening, later),
                Map.of(),
                Map.of());
    }

    private static Map<String, Act> acts(String opening, String later) {
        JsonNode submit = json("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "submit.json", "type": "object",
                 "additionalProperties": false, "required": ["number", "kind"],
                 "properties": {
                   "number": {"type": "string", "title": "编号"},
                   "kind": {"type": "string", "x-code-list": "CL-KIND", "enum": ["A", "B"], "x-enum-labels-zh": ["甲", "乙"]},
                   "by": {"$ref": "/common.json#/$defs/actor"}}}""");
        JsonNode answer = json("""
                {"type": "object", "additionalProperties": false, "properties": {
                   "name": {"$ref": "/common.json#/$defs/name"}, "size": {"$ref": "/common.json#/$defs/size"}}}""");
        Map<String, Act> acts = new LinkedHashMap<>();
        acts.put(opening, act(opening, "asker", new From.Opening(), false, submit));
        acts.put(later, act(later, "giver", new From.AnyOpen(), true, answer));
        acts.put("lapse", act("lapse", Act.HUB, new From.AnyOpen(), false, answer));
        return acts;
    }

    private static Act act(String name, String by, From from, boolean person, JsonNode schema) {
        return new Act(
                name,
                "办理",
                "EX-99",
                Set.of(by),
                Set.of(),
                from,
                new Into.Stay(),
                person,
                null,
                List.of(),
                null,
                Set.of(),
                new PayloadCheck() {
                    @Override
                    public Findings check(JsonNode payload) {
                        return Findings.NONE;
                    }

                    @Override
                    public JsonNode schema() {
                        return schema;
                    }
                });
    }

    static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
