package cn.justicehub.hub.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How any command that runs a hub is told its settings; they win over files and environment. */
public final class HubOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings (YAML). Without it: config/application.yaml in the current directory, if there.")
    private @Nullable Path config;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "One setting, such as hub.data=/srv/hub. May be repeated.")
    private Map<String, String> settings = new TreeMap<>();

    /** The settings as Spring Boot's arguments. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (config != null) {
            arguments.add("--spring.config.additional-location=" + config.toUri());
        }
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }
}
