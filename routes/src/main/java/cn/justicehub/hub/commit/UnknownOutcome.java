package cn.justicehub.hub.commit;

import java.sql.SQLException;

/** Nobody knows whether a COMMIT took place: the sender must ask again, and its message key will answer. */
final class UnknownOutcome extends SQLException {

    private static final long serialVersionUID = 1L;

    UnknownOutcome(SQLException cause) {
        super("outcome of COMMIT unknown", cause.getSQLState(), cause);
    }
}
