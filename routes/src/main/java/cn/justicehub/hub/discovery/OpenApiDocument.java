package cn.justicehub.hub.discovery;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.openapi.Expander;
import cn.justicehub.api.openapi.HubContract;
import cn.justicehub.api.openapi.TypeDefinition;
import cn.justicehub.hub.definitions.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contract expanded for the types in force; made once for each set of them. */
@Component
class OpenApiDocument {

    private final Catalogue catalogue;
    private volatile @Nullable Expanded last;

    OpenApiDocument(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    private record Expanded(List<String> digests, OpenApiAnswer answer) {}

    OpenApiAnswer document() {
        List<String> digests =
                catalogue.active().stream().map(ExchangeType::digest).sorted().toList();
        Expanded known = last;
        if (known == null || !known.digests().equals(digests)) {
            List<TypeDefinition> types =
                    digests.stream().map(catalogue::definition).toList();
            known = new Expanded(digests, new OpenApiAnswer(Expander.expand(HubContract.tree(), types)));
            last = known;
        }
        return known.answer();
    }
}
