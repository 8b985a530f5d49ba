package cn.justicehub.hub.discovery;

import cn.justicehub.api.server.model.Agencies;
import cn.justicehub.api.server.model.Agency;
import cn.justicehub.hub.definitions.Catalogue;
import org.springframework.stereotype.Component;

/** The agencies in force: who they are, never how they are reached or known. */
@Component
class AgencyList {

    private final Catalogue catalogue;

    AgencyList(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Agencies list() {
        return new Agencies(
                catalogue.agencies().all().stream().map(AgencyList::view).toList());
    }

    private static Agency view(cn.justicehub.connectors.agency.Agency agency) {
        Agency view = new Agency(
                agency.code(),
                agency.nameZh(),
                agency.uscc(),
                agency.roles().stream().sorted().toList());
        return agency.level().isEmpty() ? view : view.level(agency.level());
    }
}
