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
    private final DataDirectory data;
    private final DatabaseProperties properties = Defaults.of("hub.database", DatabaseProperties.class);
    private EmbeddedDatabase database;

    private ExternalDatabase(Path folder) {
        this.folder = folder;
        this.data = DataDirectory.take(folder);
        this.database = EmbeddedDatabase.start(data, HubUnderTest.BINARIES, properties.startTimeout());
    }

    public static ExternalDatabase start(Path folder) {
        return new ExternalDatabase(folder);
    }

    /** Down it goes, with all its connections. */
    public void down() throws IOException {
        database.close();
    }

    /** And up again, at the same port. */
    public void up() {
        database = EmbeddedDatabase.start(data, HubUnderTest.BINARIES, properties.startTimeout());
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
