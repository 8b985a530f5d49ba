package cn.justicehub.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.justicehub.api.openapi.HubContract;
import cn.justicehub.api.server.BulkApi;
import cn.justicehub.api.server.DefinitionsApi;
import cn.justicehub.api.server.DiscoveryApi;
import cn.justicehub.api.server.ExchangesApi;
import cn.justicehub.api.server.InboxApi;
import cn.justicehub.api.server.MessagesApi;
import cn.justicehub.api.server.OperationsApi;
import cn.justicehub.hub.security.Caller;
import cn.justicehub.hub.testing.Routes;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OperationScopesTest {

    private static final Caller ALL = Routes.caller("all", Caller.WRITE, Caller.READ, Caller.ADMIN, Caller.AUDIT);

    private final OperationScopes scopes = OperationScopes.of(HubContract.tree());

    @Test
    void every_operation_that_is_served_needs_a_scope_that_the_contract_names() {
        List<String> operations = List.of(
                        ExchangesApi.class,
                        InboxApi.class,
                        MessagesApi.class,
                        OperationsApi.class,
                        BulkApi.class,
                        DefinitionsApi.class,
                        DiscoveryApi.class)
                .stream()
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .map(Method::getName)
                .toList();

        assertThat(operations).hasSize(26).allMatch(operation -> scopes.allow(operation, ALL));
        assertThat(operations).noneMatch(operation -> scopes.allow(operation, Routes.caller("none")));
    }

    @Test
    void each_alternative_is_enough_and_nothing_else_is() {
        assertThat(scopes.allow("getExchange", Routes.caller("a", Caller.READ))).isTrue();
        assertThat(scopes.allow("getExchange", Routes.caller("a", Caller.AUDIT)))
                .isTrue();
        assertThat(scopes.allow("getExchange", Routes.caller("a", Caller.WRITE, Caller.ADMIN)))
                .isFalse();
        assertThat(scopes.allow("retryDelivery", Routes.caller("a", Caller.AUDIT)))
                .isFalse();
    }

    @Test
    void what_the_contract_does_not_say_is_allowed_to_nobody() {
        assertThat(scopes.allow("", ALL)).isFalse();
        assertThat(scopes.allow("dropTables", ALL)).isFalse();
        OperationScopes silent = OperationScopes.of(
                JsonMapper.shared().readTree("{\"paths\":{\"/a\":{\"get\":{\"operationId\":\"a\"}}}}"));
        assertThat(silent.allow("a", ALL)).isFalse();
    }
}
