package cn.justicehub.hub.testing;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.api.openapi.TypeDefinition;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.hub.definitions.Catalogue;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The defence notice in force, and nobody to send one. */
public final class FakeCatalogue implements Catalogue {

    private static final TypeDefinition DEFINITION = load();

    private static TypeDefinition load() {
        try {
            return TypeDefinition.load(
                    new ExchangeTypeLoader(Clock.systemDefaultZone()), BuiltInTypes.content("defence-notice"));
        } catch (DefinitionFaults e) {
            throw new IllegalStateException(e);
        }
    }

    public static ExchangeType type() {
        return DEFINITION.type();
    }

    @Override
    public @Nullable ExchangeType active(String name) {
        return name.equals(type().name()) ? type() : null;
    }

    @Override
    public Collection<ExchangeType> active() {
        return List.of(type());
    }

    @Override
    public ExchangeType pinned(String digest) {
        return type();
    }

    @Override
    public TypeDefinition definition(String digest) {
        return DEFINITION;
    }

    @Override
    public AgencyDirectory agencies() {
        return AgencyDirectory.EMPTY;
    }
}
