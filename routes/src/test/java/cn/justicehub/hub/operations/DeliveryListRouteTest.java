package cn.justicehub.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.server.model.Delivery;
import cn.justicehub.api.server.model.DeliveryPage;
import cn.justicehub.api.server.model.DeliveryState;
import cn.justicehub.hub.commit.EntryId;
import cn.justicehub.hub.delivery.DeliveryViews;
import cn.justicehub.hub.read.Cursor;
import cn.justicehub.hub.testing.Routes;
import cn.justicehub.hub.time.WireTime;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

class DeliveryListRouteTest extends CamelTestSupport {

    private String condition = "";
    private Map<String, ?> parameters = Map.of();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new DeliveryListRoute(new DeliveryList(
                new DeliveryViews(new NamedParameterJdbcTemplate(new JdbcTemplate())) {
                    @Override
                    public List<Delivery> find(String rest, Map<String, ?> values) {
                        condition = rest;
                        parameters = values;
                        return List.of(delivery(1), delivery(2));
                    }
                }));
    }

    private static Delivery delivery(int index) {
        EntryId entry = new EntryId(1, index);
        return new Delivery(
                entry + "-firm-01", entry.toString(), "", "", "", "firm-01", DeliveryState.PARKED, 1, WireTime.of(0));
    }

    private DeliveryPage ask(@Nullable DeliveryState state, @Nullable String agency, Cursor cursor) {
        return Routes.ask(
                template,
                DeliveryListQuestion.ROUTE,
                new DeliveryListQuestion(state, agency, null, cursor, 1),
                DeliveryPage.class);
    }

    @Test
    void held_and_waiting_are_told_apart_by_what_is_parked_before_them() {
        ask(DeliveryState.HELD, null, Cursor.START);
        assertThat(condition).contains("and exists (");
        assertThat(parameters.get("state")).isEqualTo("QUEUED");

        ask(DeliveryState.WAITING, null, Cursor.START);
        assertThat(condition).contains("not exists (");

        ask(DeliveryState.PARKED, "firm-01", Cursor.START);
        assertThat(condition).doesNotContain("exists", "firm-01");
        assertThat(parameters.get("agency")).isEqualTo("firm-01");
    }

    @Test
    void the_next_page_begins_after_entry_and_receiver() {
        Cursor place = new Cursor(new EntryId(1, 1).number(), "firm-01");

        assertThat(ask(null, null, Cursor.START).getNextCursor()).isEqualTo(place.text());
        ask(null, null, place);
        assertThat(parameters.get("after")).isEqualTo(place.after());
        assertThat(parameters.get("tie")).isEqualTo("firm-01");
    }
}
