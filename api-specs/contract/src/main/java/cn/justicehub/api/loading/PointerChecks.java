package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Into;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
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
        draft.acts().values().forEach(this::checkInto);
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

    private void checkInto(ActDraft act) {
        SchemaView payload = schemas.view(act.name()).orElse(null);
        if (payload == null || !(act.into() instanceof Into.ByCode into)) {
            return;
        }
        if (!Names.POINTER.matcher(into.pointer()).matches()
                || payload.at(into.pointer()).isEmpty()) {
            act.at().fault("into", "the schema has no '" + into.pointer() + "'");
            return;
        }
        if (!payload.alwaysHas(JsonPointer.compile(into.pointer()))) {
            act.at().fault("into", "'" + into.pointer() + "' is optional, so the next state might be unknown");
        }
        Set<String> codes =
                new TreeSet<>(payload.at(into.pointer()).orElseThrow().codes());
        if (!codes.equals(into.states().keySet())) {
            act.at().fault("into", "'" + into.pointer() + "' has the codes " + codes + ", and each needs a state");
        }
    }
}
