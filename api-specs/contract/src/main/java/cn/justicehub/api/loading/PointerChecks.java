package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.Into;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonPointer;

/** Whether the pointers of a definition lead to something. */
final class PointerChecks {

    private final TypeDraft draft;
    private final SchemaSet schemas;
    private final Section root;

    PointerChecks(TypeDraft draft, SchemaSet schemas, Section root) {
        this.draft = draft;
        this.schemas = schemas;
        this.root = root;
    }

    void run() {
        Optional<SchemaView> opening = draft.acts().values().stream()
                .filter(ActDraft::opens)
                .findFirst()
                .flatMap(act -> schemas.view(act.name()));
        opening.ifPresent(payload -> {
            draft.identity().of().forEach(pointer -> checkScalar(payload, "identity", pointer));
            draft.keys().forEach(pointer -> checkScalar(payload, "keys", pointer));
            draft.sensitive().forEach(this::checkSensitive);
        });
        draft.acts().values().forEach(act -> {
            if (act.into() instanceof Into.ByCode into) {
                checkByCode(act, "into", "state", into.pointer(), into.states());
            }
            Act.FlagByCode flag = act.flagByCode();
            if (flag != null) {
                checkByCode(act, "flag", "flag", flag.pointer(), flag.flags());
            }
        });
    }

    private void checkScalar(SchemaView payload, String member, String pointer) {
        Optional<SchemaView> place = payload.at(pointer);
        if (place.isEmpty()) {
            root.fault(member, "the opening schema has no '" + pointer + "'");
        } else if (!place.get().isScalar()) {
            root.fault(member, "'" + pointer + "' is no single value");
        }
    }

    private void checkSensitive(String pointer) {
        boolean somewhere = schemas.acts().stream()
                .flatMap(act -> schemas.view(act).stream())
                .anyMatch(payload -> payload.at(pointer).isPresent());
        if (!somewhere) {
            root.fault("sensitive", "no schema has '" + pointer + "'");
        }
    }

    private void checkByCode(ActDraft act, String member, String kind, String pointer, Map<String, String> byCode) {
        SchemaView payload = schemas.view(act.name()).orElse(null);
        if (payload == null) {
            return;
        }
        if (!Names.POINTER.matcher(pointer).matches() || payload.at(pointer).isEmpty()) {
            act.at().fault(member, "the schema has no '" + pointer + "'");
            return;
        }
        if (!payload.alwaysHas(JsonPointer.compile(pointer))) {
            act.at().fault(member, "'" + pointer + "' is optional, so the next " + kind + " might be unknown");
        }
        Set<String> codes = new TreeSet<>(payload.at(pointer).orElseThrow().codes());
        if (!codes.equals(byCode.keySet())) {
            act.at().fault(member, "'" + pointer + "' has the codes " + codes + ", and each needs a " + kind);
        }
    }
}
