package cn.justicehub.hub.commit;

import cn.justicehub.ledger.merkle.CompactRange;
import cn.justicehub.ledger.merkle.TreeGrowth;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Holds the head row against the last head this replica saw committed. */
final class HeadGuard {

    private final HeadFile file;

    HeadGuard(HeadFile file) {
        this.file = file;
    }

    /**
     * Checks that a head continues the last one seen.
     *
     * @throws WentBack when it is smaller, of an older generation, or not a continuation
     */
    void check(Connection connection, Head head) throws SQLException {
        Head seen = file.last();
        if (seen == null || seen.generation() < head.generation()) {
            return;
        }
        if (seen.generation() > head.generation() || head.size() < seen.size()) {
            throw new WentBack("its head is " + head.generation() + "-" + head.size() + ", but " + seen.generation()
                    + "-" + seen.size() + " was committed before");
        }
        if (!continues(connection, seen, head)) {
            throw new WentBack(
                    "its log of size " + head.size() + " does not continue the committed one of size " + seen.size());
        }
    }

    private static boolean continues(Connection connection, Head seen, Head head) throws SQLException {
        CompactRange sha256 = seen.sha256();
        CompactRange sm3 = seen.sm3();
        if (head.size() > seen.size()) {
            TreeGrowth grownSha256 = new TreeGrowth(sha256);
            TreeGrowth grownSm3 = new TreeGrowth(sm3);
            grow(connection, seen, head.size(), grownSha256, grownSm3);
            sha256 = grownSha256.after();
            sm3 = grownSm3.after();
        }
        return Arrays.equals(sha256.encode(), head.sha256().encode())
                && Arrays.equals(sm3.encode(), head.sm3().encode());
    }

    private static void grow(Connection connection, Head seen, long size, TreeGrowth sha256, TreeGrowth sm3)
            throws SQLException {
        String sql = "select sha256, sm3 from leaf where generation = ? and idx >= ? and idx < ? order by idx";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(1000);
            statement.setInt(1, seen.generation());
            statement.setLong(2, seen.size());
            statement.setLong(3, size);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                sha256.add(rows.getBytes(1));
                sm3.add(rows.getBytes(2));
            }
        }
    }

    /** The last head seen, or null when this replica has seen none. */
    @Nullable
    Head seen() {
        return file.last();
    }
}
