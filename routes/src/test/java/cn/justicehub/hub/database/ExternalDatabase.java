package cn.justicehub.hub.database;

import cn.justicehub.hub.start.DataDirectory;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.HubUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL server that belongs to no hub: it lives on whatever becomes of them. */
public final class ExternalDatabase implements AutoCloseable {

    private final Path folder;
    private final DatabaseProperties properties;
    private final EmbeddedDatabase database;

    private ExternalDatabase(Path folder, DatabaseProperties properties, EmbeddedDatabase database) {
        this.folder = folder;
        this.properties = properties;
        this.database = database;
    }

    public static ExternalDatabase start(Path folder) {
        DatabaseProperties properties = Defaults.of("hub.database", DatabaseProperties.class);
        return new ExternalDatabase(
                folder,
                properties,
                EmbeddedDatabase.start(DataDirectory.take(folder), HubUnderTest.BINARIES, properties.startTimeout()));
    }

    /** What a hub has to be told. */
    public Map<String, String> settings() {
        return Map.of(
                "hub.database.url", database.url(),
                "hub.database.user", String.valueOf(database.user()),
                "hub.database.password", String.valueOf(database.password()));
    }

    /** The server as its superuser sees it. */
    public DataSource superuser() {
        ClusterAccess access = ClusterAccess.read(folder.resolve("postgres.access"));
        return new Connections(database.url(), "postgres", access.superuserPassword()).unpooled(properties);
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
