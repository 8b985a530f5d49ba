package cn.justicehub.hub.search;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.server.model.ExchangeSummary;
import cn.justicehub.api.server.model.SearchPage;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.Page;
import cn.justicehub.hub.share.Share;
import cn.justicehub.hub.time.WireTime;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds exchanges: a caller's own, or all for an auditor. */
@Component
class ExchangeSearch {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final NamedParameterJdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final Share share;

    ExchangeSearch(NamedParameterJdbcTemplate jdbc, Catalogue catalogue, SearchSettings settings) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.share = new Share(
                agency -> settings.atOnce(),
                () -> Refusal.tooMany("本机构同时查询过多，请稍后重试", "too many searches of this agency at once", RETRY));
    }

    /** An exchange with the earliest time at which one of its clocks is due. */
    record Found(ExchangeState exchange, @Nullable Long nextDueAt) {}

    /**
     * One page.
     *
     * @throws Refusal 429 when the caller's agency has too many searches under way
     */
    SearchPage page(Criteria criteria) {
        List<Found> rows = share.within(criteria.caller().agency(), () -> rows(SearchSql.of(criteria)));
        Page<Found> page = Page.of(
                rows, criteria.limit(), found -> Cursor.after(found.exchange().openedEntry()));
        return new SearchPage(page.items().stream().map(this::summary).toList()).nextCursor(page.nextCursor());
    }

    List<Found> rows(SearchSql sql) {
        return Objects.requireNonNull(jdbc.execute(sql.text(), sql.parameters(), ExchangeSearch::run));
    }

    /**
     * Planned anew for its values each time: the index that serves an agency with a million exchanges is not the one for
     * an agency with three, and a plan kept for both would be wrong for one.
     */
    private static List<Found> run(PreparedStatement statement) throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        List<Found> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(new Found(Rows.exchange(row), row.getObject("next_due_at", Long.class)));
            }
        }
        return rows;
    }

    private ExchangeSummary summary(Found found) {
        ExchangeState exchange = found.exchange();
        ExchangeType type = catalogue.pinned(exchange.definitionDigest());
        return new ExchangeSummary(
                        exchange.exchangeId().toString(),
                        exchange.type(),
                        type.version(),
                        exchange.state(),
                        type.labelZh("state", exchange.state()),
                        List.copyOf(new TreeSet<>(exchange.flags())),
                        new TreeMap<>(exchange.parties()),
                        WireTime.of(exchange.openedAt()),
                        WireTime.of(exchange.updatedAt()),
                        exchange.ended())
                .nextDueAt(WireTime.ofNullable(found.nextDueAt()));
    }
}
