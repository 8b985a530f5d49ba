package cn.justicehub.hub.definitions;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import cn.justicehub.api.loading.FolderContent;
import cn.justicehub.connectors.agency.AgencyDirectory;
import cn.justicehub.connectors.agency.AgencyFaults;
import cn.justicehub.connectors.agency.AgencyFolder;
import cn.justicehub.connectors.agency.AgencyLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the folders an operator edits, over the types that ship with the hub: whole, or all faults of all of them. */
final class Folders {

    private final ExchangeTypeLoader typeLoader;
    private final AgencyLoader agencyLoader;
    private final List<String> faults = new ArrayList<>();
    private final List<ExchangeType> types = new ArrayList<>();
    private final List<DefinitionTable.Definition> definitions = new ArrayList<>();

    private Folders(ExchangeTypeLoader typeLoader, AgencyLoader agencyLoader) {
        this.typeLoader = typeLoader;
        this.agencyLoader = agencyLoader;
    }

    /**
     * What was read.
     *
     * @param set the definitions, meaningless when there are faults
     * @param definitions their folders, for storing
     * @param faults everything that is wrong
     */
    record Reading(DefinitionSet set, List<DefinitionTable.Definition> definitions, List<String> faults) {}

    static Reading read(
            ExchangeTypeLoader typeLoader, AgencyLoader agencyLoader, @Nullable Path exchanges, Path agencies) {
        Folders folders = new Folders(typeLoader, agencyLoader);
        folders.readTypes(exchanges);
        AgencyDirectory directory = folders.readAgencies(agencies);
        return new Reading(
                DefinitionSet.of(folders.types, directory),
                List.copyOf(folders.definitions),
                List.copyOf(folders.faults));
    }

    private void readTypes(@Nullable Path exchanges) {
        Map<String, FolderContent> contents = new TreeMap<>();
        BuiltInTypes.names().forEach(name -> contents.put(name, BuiltInTypes.content(name)));
        if (exchanges != null && Files.isDirectory(exchanges)) {
            for (Path folder : subfolders(exchanges)) {
                contents.put(String.valueOf(folder.getFileName()), FolderContent.ofDirectory(folder));
            }
        }
        contents.forEach(this::readType);
    }

    private void readType(String name, FolderContent content) {
        try {
            ExchangeType type = typeLoader.load(content);
            types.add(type);
            definitions.add(new DefinitionTable.Definition(
                    type.digest(), DefinitionTable.Kind.EXCHANGE_TYPE, name, content.toMap()));
        } catch (DefinitionFaults e) {
            e.faults().forEach(fault -> faults.add("exchanges/" + name + "/" + fault));
        }
    }

    private AgencyDirectory readAgencies(Path agencies) {
        try {
            List<AgencyFolder> folders = AgencyFolder.readAll(agencies);
            AgencyDirectory directory = agencyLoader.loadAll(folders);
            folders.forEach(folder -> definitions.add(new DefinitionTable.Definition(
                    folder.digest(), DefinitionTable.Kind.AGENCY, folder.name(), folder.files())));
            return directory;
        } catch (AgencyFaults e) {
            e.faults().forEach(fault -> faults.add("agencies/" + fault));
        } catch (IOException e) {
            faults.add("agencies: cannot be read: " + agencies);
        }
        return AgencyDirectory.EMPTY;
    }

    private static List<Path> subfolders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
