package cn.justicehub.hub.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.justicehub.api.server.model.SearchPage;
import cn.justicehub.hub.crypto.IndexKey;
import cn.justicehub.hub.crypto.SearchKeys;
import cn.justicehub.hub.problem.Refusal;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.Defaults;
import cn.justicehub.hub.testing.FakeCatalogue;
import cn.justicehub.hub.testing.Routes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What a search's body means, and what it says to the database. */
class SearchRouteTest extends CamelTestSupport {

    /** The common pool has a single thread on two processors. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    private final List<Criteria> asked = new ArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        ExchangeSearch search =
                new ExchangeSearch(
                        new NamedParameterJdbcTemplate(new JdbcTemplate()),
                        new FakeCatalogue(),
                        new SearchSettings(1)) {
                    @Override
                    SearchPage page(Criteria criteria) {
                        asked.add(criteria);
                        return new SearchPage(List.of());
                    }
                };
        return new SearchRoute(new SearchReader(new FakeCatalogue(), new IndexKey("1", new byte[32])), search);
    }

    private Criteria ask(String body, String... scopes) {
        Routes.ask(
                template,
                SearchQuestion.ROUTE,
                new SearchQuestion(Routes.caller("court-01", scopes), body.getBytes(StandardCharsets.UTF_8)),
                SearchPage.class);
        return asked.get(asked.size() - 1);
    }

    @Test
    void an_empty_search_asks_for_the_first_page_of_everything() {
        Criteria criteria = ask("{}", Caller.READ);

        assertThat(criteria.limit()).isEqualTo(50);
        assertThat(criteria.cursor()).isEqualTo(Cursor.START);
        assertThat(criteria.keys()).isEmpty();
    }

    @Test
    void a_key_becomes_the_digest_of_its_normal_spelling() {
        String body = "{\"type\":\"defence-notice\",\"keys\":{\"/party/idNo\":\"69010619900228002%s\"}}";

        Criteria lower = ask(body.formatted("x"), Caller.READ);
        Criteria upper = ask(body.formatted("X"), Caller.READ);

        assertThat(lower.keys().get(0).digests().get(0))
                .hasSize(32)
                .isEqualTo(upper.keys().get(0).digests().get(0));
    }

    @Test
    void a_key_is_searched_under_older_index_keys_too() {
        IndexKey older = new IndexKey("1", new byte[32]);
        IndexKey present = new IndexKey("2", new byte[] {2}, List.of(older));

        assertThat(SearchKeys.digests(present, new FakeCatalogue().pinned(""), "/caseNo", "1"))
                .containsExactly(
                        SearchKeys.digest(present, new FakeCatalogue().pinned(""), "/caseNo", "1"),
                        SearchKeys.digest(older, new FakeCatalogue().pinned(""), "/caseNo", "1"));
    }

    @Test
    void a_caller_is_kept_to_its_own_exchanges_and_an_auditor_is_not() {
        assertThat(SearchSql.of(ask("{}", Caller.READ)).text()).contains("p.agency = :agency");
        assertThat(SearchSql.of(ask("{}", Caller.AUDIT)).text()).doesNotContain(":agency");
    }

    @Test
    void values_are_parameters_and_never_part_of_the_query() {
        SearchSql sql = SearchSql.of(ask(
                "{\"type\":\"defence-notice\",\"state\":\"CLOSED\",\"flag\":\"LATE\",\"dueBefore\":\"2026-10-08T00:00:00+08:00\"}",
                Caller.READ));

        assertThat(sql.text()).doesNotContain("CLOSED", "LATE", "defence-notice", "court-01");
        assertThat(sql.parameters()).containsEntry("state", "CLOSED").containsEntry("due", 1_791_388_800_000L);
    }

    @Test
    void a_type_that_is_not_in_force_is_refused() {
        assertThatThrownBy(() -> ask("{\"type\":\"none\",\"state\":\"CLOSED\"}", Caller.READ))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.violations())
                                .singleElement()
                                .satisfies(violation ->
                                        assertThat(violation.field()).isEqualTo("/type")));
    }

    @Test
    void one_agency_has_so_many_searches_at_once_and_the_others_theirs() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        ExchangeSearch search =
                new ExchangeSearch(
                        new NamedParameterJdbcTemplate(new JdbcTemplate()),
                        new FakeCatalogue(),
                        new SearchSettings(1)) {
                    @Override
                    List<Found> rows(SearchSql sql) {
                        begun.countDown();
                        awaited(end);
                        return List.of();
                    }
                };
        CompletableFuture<SearchPage> first =
                CompletableFuture.supplyAsync(() -> search.page(of("court-01")), OWN_THREAD);
        CompletableFuture<SearchPage> other =
                CompletableFuture.supplyAsync(() -> search.page(of("court-02")), OWN_THREAD);
        awaited(begun);

        assertThatThrownBy(() -> search.page(of("court-01"))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(429);
            assertThat(refusal.retryAfter()).isPositive();
        });

        end.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).getItems()).isEmpty();
        assertThat(other.get(30, TimeUnit.SECONDS).getItems()).isEmpty();
        assertThat(search.page(of("court-01")).getItems()).isEmpty();
    }

    private static Criteria of(String agency) {
        return new Criteria(Routes.caller(agency, Caller.READ), null, List.of(), null, null, null, Cursor.START, 50);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void defaults() {
        assertThat(Defaults.of("hub.search", SearchSettings.class)).isEqualTo(new SearchSettings(4));
    }
}
