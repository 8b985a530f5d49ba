package cn.justicehub.hub.engine;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.ClockRule;
import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.violation.Violation;
import java.time.LocalDate;

/** The reasons for which the engine refuses, in the words a clerk understands. */
final class Refusals {

    private Refusals() {}

    static Violation unknownAct() {
        return Violation.of("E-NOTFOUND", "", "该交换事项没有此办理动作", "this exchange type has no such act");
    }

    static Violation notAllowed() {
        return Violation.of("E-AUTH", "", "本机构无权在该事项中办理此动作", "the agency may not do this act in this exchange");
    }

    static Violation wrongState(ExchangeType type, Act act, String state) {
        return Violation.of(
                "E-STATE",
                "",
                "事项当前状态为“" + type.labelZh("state", state) + "”，不能办理“" + act.titleZh() + "”",
                "act " + act.name() + " is not possible in state " + state);
    }

    static Violation exceptionUnclear(ClockRule rule) {
        return Violation.of(
                "E-SCHEMA",
                "/payload",
                "无法判断时限“" + rule.titleZh() + "”是否适用，请核对报文内容",
                "whether the clock " + rule.name() + " applies cannot be told from the payload");
    }

    static Violation personMissing() {
        return Violation.of("E-INCOMPLETE", "/actor", "该动作须由具体经办人办理，缺少经办人", "this act needs the person who acts");
    }

    static Violation samePerson(ExchangeType type, String otherAct) {
        return Violation.of(
                "E-CONFLICT",
                "/actor",
                "办理人不得与“" + type.labelZh("act", otherAct) + "”的经办人相同",
                "the actor must differ from that of act " + otherAct);
    }

    static Violation nothingToExtend() {
        return Violation.of("E-STATE", "", "没有正在计算的期限可以延长", "no clock that could be extended runs");
    }

    static Violation noLonger(String field, LocalDate due) {
        return Violation.of("E-SCHEMA", field, "延长后的期限应晚于现期限" + due, "the extension must end after " + due);
    }

    static Violation unknownAgency(String field) {
        return Violation.of(
                "E-CODE", field, "统一社会信用代码对应的机构未接入本枢纽或角色不符", "no agency with this USCC and the role needed");
    }

    static Violation noCompetentAgency(ExchangeType type, Party party) {
        return Violation.of(
                "E-JURIS",
                "",
                "没有唯一的“" + type.labelZh("party", party.name()) + "”可以受理",
                "there is not exactly one agency for party " + party.name());
    }
}
