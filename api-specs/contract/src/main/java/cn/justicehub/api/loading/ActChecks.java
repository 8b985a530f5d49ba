package cn.justicehub.api.loading;

import cn.justicehub.api.definition.Act;
import cn.justicehub.api.definition.Party;
import cn.justicehub.api.loading.TypeDraft.ActDraft;
import tools.jackson.core.JsonPointer;

/** Whether acts that need concurrence have who concurs, and acts that extend clocks have clocks and a date. */
final class ActChecks {

    private final TypeDraft draft;
    private final SchemaSet schemas;

    ActChecks(TypeDraft draft, SchemaSet schemas) {
        this.draft = draft;
        this.schemas = schemas;
    }

    void run() {
        draft.acts().values().forEach(act -> {
            if (act.quorum()) {
                checkQuorum(act);
            }
            if (act.extension() != null) {
                checkExtension(act, act.extension());
            }
        });
    }

    private void checkQuorum(ActDraft act) {
        if (act.opens() || act.by().contains(Act.HUB)) {
            act.at().fault("quorum", "neither the opening act nor one of the hub needs concurrence");
        } else if (act.by().size() < 2) {
            act.at().fault("quorum", "'quorum' needs at least two parties in 'by'");
        } else if (!act.to().containsAll(act.by())) {
            act.at().fault("quorum", "whoever is to concur has to see it: 'to' lacks a party of 'by'");
        }
        boolean binds = draft.parties().values().stream()
                .anyMatch(party ->
                        party instanceof Party.Bound bound && bound.act().equals(act.name()));
        if (binds) {
            act.at().fault("quorum", "an act that needs concurrence binds no party");
        }
    }

    private void checkExtension(ActDraft act, Act.Extension extension) {
        extension.clocks().stream()
                .filter(clock -> !draft.clocks().containsKey(clock))
                .forEach(clock -> act.at().fault("extends", "there is no clock '" + clock + "'"));
        if (!Names.POINTER.matcher(extension.until()).matches()) {
            return; // told when it was read
        }
        schemas.view(act.name()).ifPresent(payload -> {
            SchemaView place = payload.at(extension.until()).orElse(null);
            if (place == null) {
                act.at().fault("extends", "the schema has no '" + extension.until() + "'");
            } else if (!place.format().equals("date") || !payload.alwaysHas(JsonPointer.compile(extension.until()))) {
                act.at().fault("extends", "'" + extension.until() + "' must be a date that is always there");
            }
        });
    }
}
