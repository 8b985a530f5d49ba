package cn.justicehub.hub.cli;

import cn.justicehub.hub.HubApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the application. */
public final class HubRun {

    private static final Logger LOG = LoggerFactory.getLogger(HubRun.class);
    private static final int FAILED = 1;

    private HubRun() {}

    static int start(HubOptions options) {
        return start(options.arguments());
    }

    /** The script that started this process keeps the classes of a run only when the run came up. */
    private static void markClassArchive() {
        String archive = System.getProperty("hub.class-archive");
        if (archive != null) {
            try {
                Files.write(Path.of(archive + ".ok"), new byte[0]);
            } catch (IOException e) {
                LOG.debug("The next start will be as slow as this one: {}", e.getMessage());
            }
        }
    }

    /**
     * Starts a hub, which lives on when this returns.
     *
     * @param arguments {@code --name=value} each
     * @return 0, or 1 when it did not start: the log then says why
     */
    public static int start(List<String> arguments) {
        try {
            HubApplication.application().run(arguments.toArray(String[]::new));
            markClassArchive();
            return 0;
        } catch (RuntimeException reported) { // by Spring Boot, in the log
            return FAILED;
        }
    }
}
