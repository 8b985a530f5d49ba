package cn.justicehub.hub.discovery;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.openapi.TypeDefinition;
import cn.justicehub.api.server.model.FlagInfo;
import cn.justicehub.api.server.model.PartyInfo;
import cn.justicehub.api.server.model.PartyInfo.TakenByEnum;
import cn.justicehub.api.server.model.StateInfo;
import java.util.List;

/** An exchange type as the API tells it. */
final class TypeView {

    private TypeView() {}

    static cn.justicehub.api.server.model.ExchangeType of(TypeDefinition definition) {
        ExchangeType type = definition.type();
        return new cn.justicehub.api.server.model.ExchangeType(
                type.name(),
                type.version(),
                type.titleZh(),
                type.digest(),
                type.opening().name(),
                labelled(type, "state").stream().map(name -> state(type, name)).toList(),
                type.parties().values().stream()
                        .map(party -> party(type, party))
                        .toList(),
                labelled(type, "flag").stream()
                        .map(name -> new FlagInfo(name, type.labelZh("flag", name)))
                        .toList(),
                type.acts().values().stream()
                        .map(act -> ActView.of(act).schema(definition.payloadSchema(act)))
                        .toList(),
                type.clocks().values().stream().map(ClockView::of).toList(),
                type.keys(),
                type.sensitive());
    }

    /** Names of all states or flags, in the order of the definition: each has a label. */
    private static List<String> labelled(ExchangeType type, String kind) {
        String prefix = kind + ".";
        return type.labelsZh().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static StateInfo state(ExchangeType type, String name) {
        return new StateInfo(
                name,
                type.labelZh("state", name),
                name.equals(type.initialState()),
                type.endedStates().contains(name));
    }

    private static PartyInfo party(ExchangeType type, Party party) {
        PartyInfo info = new PartyInfo(
                party.name(),
                type.labelZh("party", party.name()),
                party.roles().stream().sorted().toList(),
                takenBy(party));
        if (party instanceof Party.Bound bound) {
            info.bindingAct(bound.act()).bindingPointer(bound.pointer());
        }
        return info;
    }

    private static TakenByEnum takenBy(Party party) {
        if (party instanceof Party.Opener) {
            return TakenByEnum.OPENER;
        }
        return party instanceof Party.Bound ? TakenByEnum.ACT : TakenByEnum.ROLE;
    }
}
