package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.openapi.TypeDefinition;
import cn.justicehub.connectors.agency.AgencyDirectory;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The definitions in force for all replicas, and those that exchanges keep. */
public interface Catalogue {

    /** The active version of a type, or null when there is none. */
    @Nullable
    ExchangeType active(String name);

    /** All active types, by name. */
    Collection<ExchangeType> active();

    /**
     * The definition with this digest, active or not.
     *
     * @throws IllegalStateException when it was never stored
     */
    ExchangeType pinned(String digest);

    /**
     * As {@link #pinned}, with what the schemas of its acts refer to.
     *
     * @throws IllegalStateException when it was never stored
     */
    TypeDefinition definition(String digest);

    /** The agencies in force. */
    AgencyDirectory agencies();
}
