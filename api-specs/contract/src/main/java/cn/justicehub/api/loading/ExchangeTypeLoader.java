package cn.justicehub.api.loading;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.format.FormatCheck;
import cn.justicehub.api.format.Formats;
import cn.justicehub.api.format.Registers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Loads exchange types from their folders. Thread-safe. */
public final class ExchangeTypeLoader {

    private static final String REGISTERS_FILE = "common/registers.yaml";

    private final Clock clock;
    private final GuardCompiler guards = new GuardCompiler();

    /**
     * @param clock says what today is, for dates of birth in payloads
     */
    public ExchangeTypeLoader(Clock clock) {
        this.clock = clock;
    }

    /**
     * The type that the folder defines.
     *
     * @throws DefinitionFaults with everything that is wrong with it
     */
    public ExchangeType load(FolderContent folder) throws DefinitionFaults {
        Faults faults = new Faults();
        StrictTrees trees = new StrictTrees(folder, faults);
        JsonNode tree = trees.required(TypeDraft.FILE).orElse(null);
        if (tree == null) {
            throw faults.toException();
        }
        TypeDraft draft = TypeReader.read(tree, faults);
        Map<String, FormatCheck> formats = formats(trees, faults);
        CodeLists codes = CodeLists.read(trees, faults);
        SchemaSet schemas = SchemaSet.read(
                trees, faults, codes, formats.keySet(), draft.acts().keySet());
        Section root = new Section(faults, TypeDraft.FILE, "", tree);
        Lifecycle lifecycle = new Lifecycle(draft);
        new LifecycleChecks(draft, lifecycle, root).run();
        new PartyChecks(draft, lifecycle, schemas, root).run();
        new PointerChecks(draft, schemas, root).run();
        new ClockChecks(draft, lifecycle, schemas).run();
        new ActChecks(draft, schemas).run();
        FileChecks.run(draft, folder, faults);
        Labels labels = Labels.read(trees, draft, lifecycle, faults);
        TypeAssembly assembly = new TypeAssembly(draft, labels, guards.compileAll(draft, schemas));
        if (!faults.isEmpty()) {
            throw faults.toException();
        }
        ExchangeType type = assembly.build(folder.digest(), new ValidatorFactory(schemas, formats));
        HubActs.check(type, faults);
        if (!faults.isEmpty()) {
            throw faults.toException();
        }
        return type;
    }

    /** Loads a built-in type by name. */
    public ExchangeType loadBuiltIn(String name) throws DefinitionFaults {
        return load(BuiltInTypes.content(name));
    }

    /** Loads a type from its directory. */
    public ExchangeType loadDirectory(Path directory) throws DefinitionFaults {
        return load(FolderContent.ofDirectory(directory));
    }

    /** The common definitions that a folder's schemas refer to, by name, with code lists filled in; for discovery. */
    public JsonNode commonDefinitions(FolderContent folder) throws DefinitionFaults {
        Faults faults = new Faults();
        StrictTrees trees = new StrictTrees(folder, faults);
        CodeLists codes = CodeLists.read(trees, faults);
        SchemaSet schemas =
                SchemaSet.read(trees, faults, codes, formats(trees, faults).keySet(), List.of());
        if (!faults.isEmpty()) {
            throw faults.toException();
        }
        return schemas.definitions();
    }

    private Map<String, FormatCheck> formats(StrictTrees trees, Faults faults) {
        Registers registers = trees.required(REGISTERS_FILE)
                .map(tree -> registers(new Section(faults, REGISTERS_FILE, "", tree)))
                .orElseGet(() -> new Registers(Set.of(), Set.of(), Set.of()));
        return Formats.all(clock, registers).stream().collect(Collectors.toMap(FormatCheck::name, Function.identity()));
    }

    private static Registers registers(Section root) {
        root.allowOnly(List.of("provinces", "usccKinds", "caseTypes"), List.of());
        return new Registers(root.texts("provinces"), root.texts("usccKinds"), root.texts("caseTypes"));
    }
}
