package cn.justicehub.hub.search;

import cn.justicehub.hub.commit.SystemExchange;
import cn.justicehub.hub.security.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The query of a search. Business keys and due clocks are looked up first, since they name few exchanges; every other
 * condition is met by walking an index in commit order from the cursor on.
 */
final class SearchSql {

    private final List<String> with = new ArrayList<>();
    private final List<String> from = new ArrayList<>(List.of("exchange x"));
    private final List<String> where = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private SearchSql() {}

    static SearchSql of(Criteria criteria) {
        SearchSql sql = new SearchSql();
        sql.where.add("x.opened_entry > :after");
        sql.parameters.put("after", criteria.cursor().after());
        sql.parameters.put("rows", criteria.limit() + 1);
        sql.caller(criteria.caller());
        sql.type(criteria);
        sql.keys(criteria);
        sql.flag(criteria);
        sql.due(criteria);
        return sql;
    }

    /** Only exchanges in which the caller has a place now; it may have lost one that it had. */
    private void caller(Caller caller) {
        if (caller.may(Caller.AUDIT)) {
            where.add("x.exchange_id <> :system");
            parameters.put("system", SystemExchange.ID);
            return;
        }
        from.add("join exchange_party p on p.exchange_id = x.exchange_id and p.opened_entry = x.opened_entry");
        where.add("p.agency = :agency and p.opened_entry > :after");
        where.add("exists (select 1 from jsonb_each_text(x.parties) party where party.value = :agency)");
        parameters.put("agency", caller.agency());
    }

    private void type(Criteria criteria) {
        if (criteria.type() != null) {
            where.add("x.type = :type");
            parameters.put("type", criteria.type());
        }
        if (criteria.state() != null) {
            where.add("x.state = :state");
            parameters.put("state", criteria.state());
        }
    }

    private void keys(Criteria criteria) {
        for (int i = 0; i < criteria.keys().size(); i++) {
            Criteria.Key key = criteria.keys().get(i);
            with.add("key" + i
                    + " as materialized (select exchange_id from search_key where type = :type and pointer = :pointer"
                    + i + " and digest in (:digests" + i + ") and opened_entry > :after)");
            from.add("join key" + i + " on key" + i + ".exchange_id = x.exchange_id");
            parameters.put("pointer" + i, key.pointer());
            parameters.put("digests" + i, key.digests());
        }
    }

    private void flag(Criteria criteria) {
        if (criteria.flag() != null) {
            where.add("x.flags <> '{}' and :flag = any(x.flags)");
            parameters.put("flag", criteria.flag());
        }
    }

    private void due(Criteria criteria) {
        if (criteria.dueBefore() != null) {
            with.add(
                    "due as materialized (select distinct exchange_id from clock where stopped_at is null and due_at < :due)");
            from.add("join due on due.exchange_id = x.exchange_id");
            parameters.put("due", criteria.dueBefore());
        }
    }

    String text() {
        return (with.isEmpty() ? "" : "with " + String.join(", ", with) + " ")
                + "select x.*, (select min(c.due_at) from clock c where c.exchange_id = x.exchange_id"
                + " and c.stopped_at is null) as next_due_at from " + String.join(" ", from) + " where "
                + String.join(" and ", where) + " order by x.opened_entry limit :rows";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
