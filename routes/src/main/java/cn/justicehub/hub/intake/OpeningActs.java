package cn.justicehub.hub.intake;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.hub.definitions.Catalogue;
import org.springframework.stereotype.Component;

/** Names of the acts that open exchanges. */
@Component
final class OpeningActs {

    private final Catalogue catalogue;

    OpeningActs(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The opening act of a type, or an empty string when there is no such type. */
    String of(String type) {
        ExchangeType active = catalogue.active(type);
        return active == null ? "" : active.opening().name();
    }
}
