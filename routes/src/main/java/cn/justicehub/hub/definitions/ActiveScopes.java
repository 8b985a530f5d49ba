package cn.justicehub.hub.definitions;

import cn.justicehub.hub.security.GrantedScopes;
import cn.justicehub.hub.security.Scopes;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Scopes by the agencies in force. */
@Component
final class ActiveScopes implements GrantedScopes {

    private final Catalogue catalogue;

    ActiveScopes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Set<String> of(String agency) {
        return catalogue.agencies().byCode(agency).map(Scopes::of).orElse(Set.of());
    }
}
