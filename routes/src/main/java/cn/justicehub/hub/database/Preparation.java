package cn.justicehub.hub.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Gives the hub a database of its own in a new cluster, and a role that owns it and nothing else. */
final class Preparation {

    /** Of the role and of the database. */
    static final String NAME = "hub";

    private final DataSource superuser;

    private Preparation(DataSource superuser) {
        this.superuser = superuser;
    }

    static Preparation of(DataSource superuser) {
        return new Preparation(superuser);
    }

    /** @param password in the URL-safe base64 alphabet, as it is quoted into the statement */
    void createRoleAndDatabase(String password) throws SQLException {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
        }
    }
}
