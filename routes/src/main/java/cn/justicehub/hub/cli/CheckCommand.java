package cn.justicehub.hub.cli;

import cn.justicehub.hub.definitions.FolderCheck;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code hub check}: a folder of an exchange type or of an agency, without a hub. */
@Command(
        name = "check",
        description = {
            "Says everything that is wrong with the folder of an exchange type or of an agency, and plays a type's",
            "examples. The folder may also hold several such folders. No hub is needed."
        },
        footer = {"", "Exit codes: 0 nothing wrong, 1 faults, 2 wrong usage."},
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "One folder, or the folder above several.")
    private Path folder = Path.of("");

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is not a folder");
        }
        List<FolderCheck.Result> results = FolderCheck.of(folder);
        if (results.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), folder + " holds neither a type.yaml nor an agency.yaml, nor folders that do");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(tree(results));
        } else {
            results.forEach(result -> print(result, out));
        }
        return results.stream().allMatch(result -> result.faults().isEmpty()) ? 0 : 1;
    }

    private static void print(FolderCheck.Result result, PrintWriter out) {
        out.println(result.folder() + "：" + result.summaryZh());
        result.faults().forEach(fault -> out.println("  错误 " + fault));
    }

    private static ArrayNode tree(List<FolderCheck.Result> results) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (FolderCheck.Result result : results) {
            ObjectNode one = all.addObject().put("folder", result.folder()).put("summaryZh", result.summaryZh());
            ArrayNode faults = one.putArray("faults");
            result.faults().forEach(faults::add);
        }
        return all;
    }
}
