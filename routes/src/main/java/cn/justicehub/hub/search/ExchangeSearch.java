package cn.justicehub.hub.search;

import cn.justicehub.api.definition.ExchangeType;
import cn.justicehub.api.server.model.ExchangeSummary;
import cn.justicehub.api.server.model.SearchPage;
import cn.justicehub.hub.commit.Rows;
import cn.justicehub.hub.definitions.Catalogue;
import cn.justicehub.hub.engine.ExchangeState;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.read.Page;
import cn.justicehub.hub.time.WireTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Finds exchanges: a caller's own, or all for an auditor. */
@Component
class ExchangeSearch {

    private final NamedParameterJdbcTemplate jdbc;
    private final Catalogue catalogue;

    ExchangeSearch(NamedParameterJdbcTemplate jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    private record Found(ExchangeState exchange, @Nullable Long nextDueAt) {}

    SearchPage page(Criteria criteria) {
        SearchSql sql = SearchSql.of(criteria);
        List<Found> rows = jdbc.query(
                sql.text(),
                sql.parameters(),
                (row, number) -> new Found(Rows.exchange(row), row.getObject("next_due_at", Long.class)));
        Page<Found> page = Page.of(
                rows, criteria.limit(), found -> Cursor.after(found.exchange().openedEntry()));
        return new SearchPage(page.items().stream().map(this::summary).toList()).nextCursor(page.nextCursor());
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
