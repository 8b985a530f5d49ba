package cn.justicehub.api.openapi;

import cn.justicehub.api.loading.BuiltInTypes;
import cn.justicehub.api.loading.DefinitionFaults;
import cn.justicehub.api.loading.ExchangeTypeLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes openapi.json of the built-in exchange types; run by the build. */
public final class ExpandMain {

    private ExpandMain() {}

    /** @param args the file to write */
    public static void main(String[] args) throws IOException, DefinitionFaults {
        Files.write(Path.of(args[0]), Expander.expand(HubContract.tree(), builtInTypes()));
    }

    static List<TypeDefinition> builtInTypes() throws DefinitionFaults {
        ExchangeTypeLoader loader = new ExchangeTypeLoader(Clock.systemUTC());
        List<TypeDefinition> types = new ArrayList<>();
        for (String name : BuiltInTypes.names()) {
            types.add(TypeDefinition.load(loader, BuiltInTypes.content(name)));
        }
        return types;
    }
}
