package cn.justicehub.hub.edges;

import cn.justicehub.connectors.sandbox.SandboxAgency;
import cn.justicehub.connectors.sandbox.SandboxHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Data directories that are prepared before a hub starts on them. */
final class Places {

    private Places() {}

    static Path newData() throws IOException {
        Path hubs = Files.createDirectories(Path.of("target/hubs").toAbsolutePath());
        return Files.createTempDirectory(hubs, "edges");
    }

    /** The folder by which the hub on this data directory will know, or knows, an agency of the sandbox. */
    static Path folder(Path data, SandboxAgency agency) throws IOException {
        return SandboxHome.open(data.resolve("sandbox"), Instant.now())
                .agencies()
                .resolve(agency.code());
    }
}
