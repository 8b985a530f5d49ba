package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.api.loading.FolderContent;
import cn.justicehub.api.openapi.TypeDefinition;
import cn.justicehub.connectors.agency.Agency;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.AgencyFaults;
import cn.justicehub.connectors.agency.AgencyFolder;
import cn.justicehub.connectors.agency.AgencyLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The definitions in force, read from the database, and every definition an exchange was ever opened under. */
final class ActiveCatalogue implements Catalogue {

    private final DefinitionTable table;
    private final ExchangeTypeLoader typeLoader;
    private final AgencyLoader agencyLoader;
    private final Map<String, TypeDefinition> pinned = new ConcurrentHashMap<>();
    private volatile DefinitionSet set = DefinitionSet.of(List.of(), AgencyDirectory.EMPTY);

    ActiveCatalogue(DefinitionTable table, ExchangeTypeLoader typeLoader, AgencyLoader agencyLoader) {
        this.table = table;
        this.typeLoader = typeLoader;
        this.agencyLoader = agencyLoader;
    }

    @Override
    public @Nullable ExchangeType active(String name) {
        return set.types().get(name);
    }

    @Override
    public Collection<ExchangeType> active() {
        return set.types().values();
    }

    @Override
    public AgencyDirectory agencies() {
        return set.agencies();
    }

    @Override
    public ExchangeType pinned(String digest) {
        return definition(digest).type();
    }

    @Override
    public TypeDefinition definition(String digest) {
        return pinned.computeIfAbsent(digest, this::load);
    }

    DefinitionSet set() {
        return set;
    }

    /** Reads what the database says is in force. */
    void refresh() {
        List<ExchangeType> types = new ArrayList<>();
        List<Agency> agencies = new ArrayList<>();
        for (String digest : table.active()) {
            DefinitionTable.Definition definition = stored(digest);
            if (definition.kind() == DefinitionTable.Kind.AGENCY) {
                agencies.add(agency(definition));
            } else {
                types.add(pinned(digest));
            }
        }
        set = DefinitionSet.of(types, directory(agencies));
    }

    private DefinitionTable.Definition stored(String digest) {
        DefinitionTable.Definition definition = table.find(digest);
        if (definition == null) {
            throw new IllegalStateException("definition " + digest + " is not stored");
        }
        return definition;
    }

    private TypeDefinition load(String digest) {
        DefinitionTable.Definition definition = stored(digest);
        try {
            return TypeDefinition.load(typeLoader, FolderContent.of(definition.files()));
        } catch (DefinitionFaults e) {
            throw new NotLoadableHere(digest, e);
        }
    }

    private Agency agency(DefinitionTable.Definition definition) {
        try {
            return agencyLoader.load(AgencyFolder.of(definition.name(), definition.files()));
        } catch (AgencyFaults e) {
            throw new IllegalStateException(
                    "stored agency " + definition.name() + " does not load: " + e.getMessage(), e);
        }
    }

    private static AgencyDirectory directory(List<Agency> agencies) {
        try {
            return AgencyDirectory.of(agencies);
        } catch (AgencyFaults e) {
            throw new IllegalStateException("stored agencies contradict each other: " + e.getMessage(), e);
        }
    }
}
