package cn.justicehub.hub.discovery;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.server.model.ExchangeTypeSummary;
import cn.justicehub.api.server.model.ExchangeTypes;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.problem.Refusal;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** The exchange types in force. */
@Component
class TypeList {

    private final Catalogue catalogue;

    TypeList(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ExchangeTypes list() {
        return new ExchangeTypes(catalogue.active().stream()
                .sorted(Comparator.comparing(ExchangeType::name))
                .map(type -> new ExchangeTypeSummary(
                        type.name(),
                        type.version(),
                        type.titleZh(),
                        type.opening().name()))
                .toList());
    }

    /**
     * One type.
     *
     * @throws Refusal 404 when none of this name is in force
     */
    cn.justicehub.api.server.model.ExchangeType show(ExchangeTypeQuestion question) {
        ExchangeType type = catalogue.active(question.type());
        if (type == null) {
            throw Refusal.of(404, "E-NOTFOUND", "", "没有此类交换事项", "there is no such exchange type");
        }
        return TypeView.of(catalogue.definition(type.digest()));
    }
}
